// schema.org's own vocabulary, as the package schema-dts writes it down: types with what they are kinds of, properties with
// the types of their values. Structured data is looked at against it, value by value.
import { readFileSync } from 'node:fs';

const source = readFileSync(new URL('../node_modules/schema-dts/dist/schema.d.ts', import.meta.url), 'utf8')
  .replace(/\/\*\*[\s\S]*?\*\//g, '');

/** `Article` → what may stand where an article is asked for: `ArticleLeaf`, `NewsArticle`, `string`, `"https://…"` … */
const members = new Map([...source.matchAll(/^export type (\w+) = ([^;{]+);/gm)]
  .map(([, name, union]) => [name, union.split('|').map((member) => member.trim())]));

/** `ArticleBase` → what it extends, and its properties with their types. */
const shapes = new Map([...source.matchAll(/^(?:export )?interface (\w+) extends ([^{]+)\{([\s\S]*?)^\}/gm)]
  .map(([, name, above, body]) => [name, {
    above: above.split(',').map((one) => one.trim()),
    properties: new Map([...body.matchAll(/"(\w+)"\?: SchemaValue<([\s\S]+?), "\1">/g)]
      .map(([, property, union]) => [property, union.split('|').map((type) => type.trim())])),
  }]));

/** How values of simple types are written. Where one of these is asked for, other words are a fault. */
const DAY = String.raw`-?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const HOUR = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?`;
const WRITTEN = {
  // A year alone, and a year with its month, are dates of ISO 8601 too.
  Date: new RegExp(`^(${DAY}|\\d{4}(-(0[1-9]|1[0-2]))?)$`),
  DateTime: new RegExp(`^${DAY}T${HOUR}$`),
  Time: new RegExp(`^${HOUR}$`),
  Duration: /^P(?!$)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
  URL: /^[a-z][a-z0-9+.-]*:\S+$/i,
};

/** Whether a type is there at all. */
const isType = (type) => shapes.has(`${type}Leaf`);

/** Everything that may stand where one of `types` is asked for. */
function allowed(types, found = new Set()) {
  for (const type of types) {
    if (found.has(type)) continue;
    found.add(type);
    if (!(type in WRITTEN)) allowed(members.get(type) ?? [], found);
  }
  return found;
}

/** The types of a property's values; `undefined` where the type has no such property. */
function valuesOf(shape, property) {
  const { above, properties } = shapes.get(shape) ?? { above: [], properties: new Map() };
  return properties.get(property) ?? above.map((one) => valuesOf(one, property)).find(Boolean);
}

/** What is wrong with a piece of structured data: one line a fault. */
export function faultsOf(data, where = '') {
  if (data['@context'] !== 'https://schema.org') return [`${where}: no context`];
  const { '@context': _, '@graph': graph, ...node } = data;
  return (graph ?? [node]).flatMap((one) => faultsOfNode(one, where));
}

function faultsOfNode(node, where) {
  const type = node['@type'];
  if (!isType(type)) return [`${where}: no type ${type}`];
  return Object.entries(node).filter(([name]) => !name.startsWith('@')).flatMap(([name, value]) => {
    const at = `${where} ${type}.${name}`;
    // What an action takes in and gives out is noted beside the property: `query-input`.
    if (/-(in|out)put$/.test(name)) return valuesOf(`${type}Leaf`, name.replace(/-\w+$/, '')) ? [] : [`${at}: no such property`];
    const types = valuesOf(`${type}Leaf`, name);
    if (!types) return [`${at}: no such property`];
    const values = Array.isArray(value) ? value : [value];
    if (!values.length) return [`${at}: empty`];
    return values.flatMap((one) => faultsOfValue(one, types, at));
  });
}

function faultsOfValue(value, types, at) {
  const may = allowed(types);
  const wrong = [`${at}: ${JSON.stringify(value)?.slice(0, 80)} is none of ${types.join(', ')}`];
  if (value === null) return wrong;
  if (typeof value === 'object') {
    if (!('@type' in value)) return '@id' in value && Object.keys(value).length === 1 && may.has('IdReference') ? [] : wrong;
    return may.has(`${value['@type']}Leaf`) ? faultsOfNode(value, at) : wrong;
  }
  if (typeof value !== 'string') return may.has(typeof value) || (Number.isInteger(value) && may.has('Integer')) ? [] : wrong;
  if (!value.trim()) return wrong;
  const written = [...may].filter((type) => type in WRITTEN);
  const fits = may.has('string') || may.has(JSON.stringify(value)) || written.some((type) => WRITTEN[type].test(value));
  return fits ? [] : wrong;
}
