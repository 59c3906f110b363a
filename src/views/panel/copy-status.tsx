/** Says for a moment that something was copied. What it was is not written anywhere. */
import { useEffect, useState } from 'preact/hooks';
import { useReader } from '../shared/strings.tsx';
import type { Copied } from './foot.tsx';

const MOMENT = 4_000;

export function CopyStatus({ copied }: { readonly copied: Copied | null }) {
  const { text } = useReader();
  const [shown, setShown] = useState<Copied | null>(null);
  useEffect(() => {
    if (copied === null) return;
    setShown(copied);
    const timer = setTimeout(() => setShown(null), MOMENT);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span class="copy-status" role="status">
      {shown !== null && text(shown.worked ? 'copy_done' : 'copy_failed')}
    </span>
  );
}
