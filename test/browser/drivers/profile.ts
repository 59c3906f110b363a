import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export async function openProfile(wanted: string | undefined): Promise<string> {
  if (wanted === undefined) return mkdtemp(path.join(os.tmpdir(), 'meridian-profile-'));
  await mkdir(wanted, { recursive: true });
  return path.resolve(wanted);
}

export async function removeProfile(folder: string): Promise<void> {
  // The browser's last helper processes may still write while the folder goes.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
