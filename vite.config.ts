import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, 'src/entries');

/** Each browser warns about the other's keys, so each gets the one manifest without them. */
const FOREIGN_KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  chrome: [['background', 'scripts'], ['browser_specific_settings']],
  firefox: [['background', 'service_worker'], ['minimum_chrome_version'], ['externally_connectable']],
};

export default defineConfig(({ mode }) => ({
  root,
  base: '',
  publicDir: resolve(import.meta.dirname, 'public'),
  plugins: [manifestFor(mode)],
  build: {
    outDir: resolve(import.meta.dirname, 'dist', mode),
    emptyOutDir: true,
    target: ['chrome123', 'firefox148'],
    // The same bytes wherever it is built: what is left out, comments with paths in them, differs from place to place.
    minify: true,
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        devtools: resolve(root, 'devtools.html'),
        panel: resolve(root, 'panel.html'),
        popup: resolve(root, 'popup.html'),
        background: resolve(root, 'background.ts'),
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'shared/[name].js',
        assetFileNames: '[name][extname]',
        // Named chunks, so that what is shipped reads like the sources.
        codeSplitting: {
          groups: [
            { name: 'preact', test: /node_modules\/(@?preact)/ },
            { name: 'webextension-polyfill', test: /node_modules\/webextension-polyfill/ },
          ],
        },
      },
    },
  },
}));

function manifestFor(browser: string): Plugin {
  return {
    name: 'manifest',
    generateBundle() {
      const foreign = FOREIGN_KEYS[browser];
      if (foreign === undefined) this.error(`Build with --mode chrome or --mode firefox, not ${browser}.`);
      const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, 'manifest.json'), 'utf8'));
      for (const path of foreign) {
        const holder = path.slice(0, -1).reduce((object, key) => object[key], manifest);
        delete holder[path.at(-1) ?? ''];
      }
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: `${JSON.stringify(manifest, null, 2)}\n`,
      });
    },
  };
}
