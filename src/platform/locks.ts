/** Web Locks hold across all windows of the extension, and are let go when their holder dies. */
export async function alone(name: string, task: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await task();
    return true;
  });
}
