import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LaunchOptions } from './driver.ts';

interface Manifest {
  readonly key?: string;
  readonly host_permissions?: readonly string[];
}

export async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/**
 * Chromium derives an unpacked extension's id from its real path, or from the manifest's public key. It must be
 * known before the start, because permissions are seeded under it.
 */
export function extensionIdOf(folder: string, { key }: Manifest): string {
  const source = key ? Buffer.from(key, 'base64') : Buffer.from(realpathSync(folder));
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/**
 * `runtime_granted_permissions` makes a later `permissions.request()` from a real click resolve without the
 * native prompt, which stays pending for ever in a headless browser.
 */
export async function seedProfile(folder: string, id: string, options: LaunchOptions): Promise<void> {
  const file = path.join(folder, 'Default', 'Preferences');
  // A profile that has been used holds the user's choices; seeding again would undo them.
  if (existsSync(file)) return;
  const origins = (options.preapproved ?? []).map((origin) => `${origin}/*`);
  const preferences = {
    ...(origins.length > 0 && {
      extensions: {
        settings: {
          [id]: {
            runtime_granted_permissions: {
              api: [],
              manifest_permissions: [],
              explicit_host: origins,
              scriptable_host: [],
            },
          },
        },
      },
    }),
    devtools: {
      preferences: {
        'ui-theme': JSON.stringify(options.theme === 'dark' ? 'dark' : 'default'),
        // Docked devtools share a headless window with their page and leave the panel some 550 pixels.
        currentDockState: JSON.stringify(options.headless === false ? 'bottom' : 'undocked'),
      },
    },
  };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(preferences));
}
