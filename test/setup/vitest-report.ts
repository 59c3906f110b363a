/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** By name: nothing is skipped silently. */
  readonly skipped: readonly string[];
}

/** `ok` is vitest's own verdict, which also covers what happens outside of every test. */
export function countReport(report: VitestReport, ok: boolean): Count {
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const file of report.testResults) {
    const failedBefore = failed;
    for (const { fullName, status } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else if (status === 'failed') failed += 1;
      else skipped.push(fullName);
    }
    // A file that could not be loaded, or whose hook failed, has no failed test to show for it.
    if (file.status === 'failed' && failed === failedBefore) failed += 1;
  }
  if (!ok && failed === 0) failed = 1;
  return { passed, failed, skipped };
}
