/** Headers, with the tokens in them shortened: the whole text stands in the token's tab, and the copy key takes it. */
import { type HeaderField, readBearer } from '../../core/index.ts';
import { formatMessage } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';
import { cutSecret } from '../shared/visible.ts';
import { FieldTable } from './field-table.tsx';

const SECRETS = ['authorization', 'x-maps-access-token'];

export function HeaderTable({ fields }: { readonly fields: readonly HeaderField[] }) {
  const reader = useReader();
  if (fields.length === 0) return <p class="second">{reader.text('headers_none')}</p>;
  return (
    <FieldTable
      fields={fields.map(([name, value, length]) => ({
        name,
        value,
        shown: SECRETS.includes(name.toLowerCase()) ? withoutSecret(value) : value,
        note:
          length === undefined
            ? ''
            : formatMessage(reader, 'header_cut', { length: { type: 'count', count: length } }),
      }))}
    />
  );
}

function withoutSecret(value: string): string {
  const { token } = readBearer(value);
  return token === '' ? value : value.replace(token, () => cutSecret(token));
}
