import { SaxesParser } from 'saxes';

/** An element of an XML document, with its name in its namespace. */
export type Element = Readonly<{
  name: string;
  namespace: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Element[];
  text: string;
}>;

type Open = { name: string; namespace: string; attributes: Record<string, string>; children: Open[]; text: string };

/**
 * The root of a document that is well-formed XML 1.0 with namespaces.
 * @throws Error naming the place that is not
 */
export function parsedXml(text: string): Element {
  const outside: Open = { name: '', namespace: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [outside];
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const named = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    const element: Open = { name: local, namespace: uri, attributes: Object.fromEntries(named), children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => void (open.at(-1)!.text += part));
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return outside.children[0]!;
}
