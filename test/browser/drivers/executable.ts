import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The first of these programs on the PATH. */
export function findExecutable(...names: readonly string[]): string {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Next folder.
      }
    }
  }
  throw new Error(`Not installed: ${names.join(' or ')}`);
}
