import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/rules/package.test.ts'],
          environment: 'node',
          // Properties are tried by the hundred, and a machine may be busy with something else.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/rules/package.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // Each file has browsers of its own; more of them at once than processors only wait for each other.
          maxWorkers: 2,
          // Firefox's devtools lose a request now and then (see rowOf in test/browser/panel-page.ts). A journey that
          // fails three times in a row has another reason.
          retry: 2,
        },
      },
    ],
  },
});
