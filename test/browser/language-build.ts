/** A built extension that speaks one language, whatever the language of the browser. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

export interface LanguageBuild {
  readonly folder: string;
  /** The sentence of that id in this language. */
  readonly sentence: (id: string) => string;
  readonly remove: () => void;
}

/** A copy of the build in `built` whose only and default language is that of the folder `locale`, such as `zh_CN`. */
export function buildInOneLanguage(built: string, locale: string): LanguageBuild {
  const folder = mkdtempSync(join(tmpdir(), `meridian-${locale}-`));
  cpSync(built, folder, {
    recursive: true,
    filter: (source) => {
      const [top, language] = relative(built, source).split(sep);
      return top !== '_locales' || language === undefined || language === locale;
    },
  });
  const manifest = join(folder, 'manifest.json');
  const keys: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify({ ...(keys as object), default_locale: locale }));
  const sentences = JSON.parse(
    readFileSync(join(folder, '_locales', locale, 'messages.json'), 'utf8'),
  ) as Readonly<Record<string, { readonly message: string }>>;
  return {
    folder,
    sentence: (id) => sentences[id]?.message ?? '',
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
