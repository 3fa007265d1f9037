import type { Plugin, Rolldown } from 'vite';

const features = `${import.meta.dirname}/src/features`;
const languages = ['fr', 'nl', 'en'];
const everywhere = 'everywhere';
const namesEvents = 'analysis';
const prefix = 'virtual:texts';

/** What every room may need: the texts of `client` and `shared`, and the names of all rooms; events are named in the analysts' room. */
function patternsOf(part: string, language: string): readonly string[] {
  return part === everywhere
    ? [
        `/src/client/**/texts.${language}.json`,
        `/src/shared/**/texts.${language}.json`,
        `/src/features/*/names.${language}.json`,
      ]
    : [
        `/src/features/${part}/**/texts.${language}.json`,
        ...(part === namesEvents ? [`/src/features/*/event-names.${language}.json`] : []),
      ];
}

/** Import functions of all texts, by part and language. */
async function index(fs: Rolldown.RolldownFsModule): Promise<string> {
  const subjects = (await fs.readdir(features, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const parts = [everywhere, ...subjects].map((part) => {
    const imports = languages.map((language) => `${language}: () => import('${prefix}/${part}/${language}')`);
    return `'${part}': { ${imports.join(', ')} }`;
  });
  return `export const parts = { ${parts.join(', ')} };`;
}

/**
 * Finds the texts of the application by the names of their files, so that nobody lists them. The texts of one subject in one
 * language are one file, which comes with the first page of the subject.
 */
export const texts: Plugin = {
  name: 'relais-texts',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${prefix}`)) {
      return undefined;
    }
    const [, part, language] = id.split('/');
    return part === undefined || language === undefined
      ? index(this.fs)
      : `export const texts = import.meta.glob(${JSON.stringify(patternsOf(part, language))}, { eager: true, import: 'default' });`;
  },
};
