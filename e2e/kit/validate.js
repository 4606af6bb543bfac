// Independent validators: libxml2 for what is XML, ajv for what is JSON, schema.org's vocabulary for structured data. What
// they check against lies in schemas/. Each gives what is wrong, one line a fault.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';
import { faultsOf } from './vocabulary.js';

const schema = (name) => readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8');
const files = (texts) => Object.entries(texts).map(([path, contents], nth) => ({ path, fileName: `${nth}.xml`, contents }));

/** `texts` are documents by their address. */
async function xmlFaults(texts, options) {
  const all = files(texts);
  const { valid, errors } = await validateXML({ ...options, xml: all.map(({ fileName, contents }) => ({ fileName, contents })), maxMemoryPages: 16384 });
  const path = (fault) => all.find(({ fileName }) => fault.startsWith(`${fileName}:`))?.path ?? '';
  return valid ? [] : errors.map(({ rawMessage }) => `${path(rawMessage)} ${rawMessage}`);
}

/** Atom feeds: the schema of RFC 4287, then what it says beside its schema. */
export const atomFaults = async (texts) => [
  ...await xmlFaults(texts, { schema: [schema('atom.rng')], extension: 'relaxng' }),
  ...Object.entries(texts).flatMap(([path, text]) => atomRules(text).map((fault) => `${path}: ${fault}`)),
];

function atomRules(text) {
  const faults = [];
  const [feed, ...entries] = text.split('<entry>');
  const each = (what, from) => [...from.matchAll(what)].map(([, found]) => found);
  if (!feed.includes('<author>') && !entries.every((entry) => entry.includes('<author>'))) faults.push('somebody has to be the author');
  if (!/<link[^>]* rel="self"/.test(feed)) faults.push('does not say where it is');
  for (const entry of entries) {
    if (!/<content|<link[^>]* rel="alternate"/.test(entry)) faults.push('an entry has neither content nor a page');
  }
  const ids = each(/<id>([^<]*)<\/id>/g, text);
  if (new Set(ids).size !== ids.length) faults.push('an id stands twice');
  for (const id of ids) if (!URL.canParse(id)) faults.push(`${id} is no IRI`);
  for (const at of each(/<(?:updated|published)>([^<]*)</g, text)) if (!/(Z|[+-]\d\d:\d\d)$/.test(at)) faults.push(`${at} has no zone`);
  for (const href of each(/ href="([^"]*)"/g, text)) if (!URL.canParse(href)) faults.push(`${href} leads nowhere`);
  return faults;
}

/** Sitemaps and their index. */
export const sitemapFaults = (texts) => xmlFaults(texts, {
  schema: [schema('sitemap.xsd')], preload: [{ fileName: 'sitemap-link.xsd', contents: schema('sitemap-link.xsd') }],
});

const ajv = addFormats(new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true }));
const compiled = new Map();

/** What is wrong with `data`, by a JSON Schema; the schema itself is checked against its meta-schema. */
export function jsonFaults(data, against, where) {
  const text = typeof against === 'string' ? against : JSON.stringify(against);
  if (!compiled.has(text)) compiled.set(text, ajv.compile(JSON.parse(text)));
  const validate = compiled.get(text);
  return validate(data) ? [] : validate.errors.map(({ instancePath, message, params }) => `${where}${instancePath} ${message} ${JSON.stringify(params)}`);
}

export const jsonFeedFaults = (feed, where) => {
  const ids = feed.items?.map(({ id }) => id) ?? [];
  return [...jsonFaults(feed, schema('json-feed.schema.json'), where), ...(new Set(ids).size < ids.length ? [`${where}: an id stands twice`] : [])];
};

/** A record, by the standard as it was published. */
export const recordFaults = (record, where) => jsonFaults(record, schema('dzaleka-metadata-1.1.schema.json'), where);

/** The structured data of a page, all of it. */
export function structuredFaults(html, where) {
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text]) => JSON.parse(text));
  return scripts.length ? scripts.flatMap((data) => faultsOf(data, where)) : [`${where}: no structured data`];
}
