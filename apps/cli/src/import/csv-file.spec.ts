import { aFile } from '#test/csv';
import { readCsvFile } from './csv-file.js';

const read = (content: string | Uint8Array): ReturnType<typeof readCsvFile> => readCsvFile(aFile('some.csv', content));
const faultOf = (content: string | Uint8Array): string => {
  try {
    read(content);
    return 'none';
  } catch (error) {
    return (error as Error).message.replace(/^.*\//, '');
  }
};

describe('a CSV file', () => {
  test('gives its cells by column, without those that are empty', () => {
    expect(read('name,note\nÉcole,\n , x \n').rows.map(({ cells }) => cells)).toEqual([{ name: 'École' }, { note: 'x' }]);
  });

  test('gives the line on which each row begins, also behind empty lines and cells of several lines', () => {
    const { rows } = read('name,note\r\n\r\na,"one\r\ntwo"\r\nb,"say ""yes"""\r\n\r\nc,\r\n');
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [3, { name: 'a', note: 'one\ntwo' }],
      [5, { name: 'b', note: 'say "yes"' }],
      [7, { name: 'c' }],
    ]);
  });

  test('may begin with a byte order mark', () => {
    expect(read('\ufeffname,note\na,b\n').columns).toEqual(['name', 'note']);
  });

  test.each([
    ['a quote that is never closed', 'name,note\na,b\nc,"d\ne,f\n', 'some.csv:3: a quote is opened in this row and never closed.'],
    [
      'a quote in the middle of a cell',
      'name,note\na,b\nc,d"e"\n',
      'some.csv:3: a quote stands inside a cell that does not begin with one.',
    ],
    [
      'something behind a closing quote',
      'name,note\n"a"x,b\n',
      'some.csv:2: something follows a closing quote. A quote inside a quoted cell is written twice.',
    ],
    ['a row with too few cells', 'name,note\na,b\nc\n', 'some.csv:3: this row has more or fewer cells than the first line has columns.'],
    ['a row with too many cells', 'name,note\na,b,c\n', 'some.csv:2: this row has more or fewer cells than the first line has columns.'],
    ['a column that stands there twice', 'name,name\na,b\n', "some.csv:1: column 'name' stands there twice."],
    ['nothing in it', '', 'some.csv:1: the file is empty. Its first line names the columns.'],
    [
      'bytes that are not UTF-8',
      Buffer.from('name,note\na,b\nc,caf\xe9\n', 'latin1'),
      'some.csv:3: this line is not UTF-8. Save the file as UTF-8, then import it again.',
    ],
  ])('is refused for %s, naming the line', (_, content, message) => {
    expect(faultOf(content)).toBe(message);
  });

  test('is refused when it cannot be read', () => {
    expect(() => readCsvFile('nowhere/some.csv')).toThrow(/^nowhere\/some.csv: cannot be read/);
  });
});
