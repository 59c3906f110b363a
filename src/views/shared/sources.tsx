/** Where a finding comes from: Apple's page, the standard's section, or who observed it. */
import { type FindingId, SOURCES } from '../../core/index.ts';
import { useReader } from './strings.tsx';

export function Sources({ id }: { readonly id: FindingId }) {
  const { text } = useReader();
  const sources = SOURCES[id];
  if (sources.length === 0) return null;
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li>
          {source.kind === 'apple' ? (
            <a href={`https://developer.apple.com/${source.text}`} target="_blank" rel="noreferrer">
              {text('source_apple')}
            </a>
          ) : (
            source.text
          )}
        </li>
      ))}
    </ul>
  );
}
