import { describe, expect, it } from 'vitest';
import { createRowMaker } from '../../src/app/panel/rows.ts';
import { addressOf } from '../../src/views/panel/address.ts';
import { HeaderTable } from '../../src/views/panel/header-table.tsx';
import { RequestTab } from '../../src/views/panel/request-tab.tsx';
import { authToken, entry } from './entries.ts';
import { markup, textOf } from './reader.tsx';

const SECRET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const url = `https://cdn.apple-mapkit.com/ti/tile?x=1&token=${SECRET}&accessKey=${SECRET}&access_token=${SECRET}`;

describe('what was sent', () => {
  it('is offered to the copy key row by row', () => {
    const told = entry({ url, headers: [['Accept', '*/*']] });
    const html = markup(<RequestTab row={createRowMaker()(told)} />);
    // Address, four parameters, two headers.
    expect(html.match(/data-copies/g)).toHaveLength(7);
  });

  it('shows no secret whole, in parameters nor in headers', () => {
    const token = authToken();
    const told = entry({ url, token, headers: [['X-Maps-Access-Token', token]] });
    const html = markup(<RequestTab row={createRowMaker()(told)} />);
    expect(html).not.toContain(SECRET);
    expect(html).not.toContain(token);
    expect(textOf(html)).toContain('accessKey abcdefghijklmnop…6789');
  });

  it('has an address that holds no secret', () => {
    expect(addressOf({ method: 'GET', url })).not.toContain(SECRET);
  });

  it('says of a header that it was cut', () => {
    expect(textOf(markup(<HeaderTable fields={[['X-Long', 'abc', 9000]]} />))).toContain('9000 characters');
  });
});
