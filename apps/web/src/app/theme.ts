import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme, defaultVariantColorsResolver, localStorageColorSchemeManager } from '@mantine/core';

const indigo: MantineColorsTuple = [
  '#eeeefb',
  '#e0e1f8',
  '#c6c8f1',
  '#a3a6e8',
  '#8387df',
  '#6569d2',
  '#4e52c6',
  '#3b3eb8',
  '#31349c',
  '#26297c',
];
const gray: MantineColorsTuple = [
  '#f5f6fa',
  '#eeeff5',
  '#e3e5ee',
  '#d3d6e2',
  '#b4b8c9',
  '#8a8fa5',
  '#676c82',
  '#565b71',
  '#3a3e52',
  '#191b2c',
];
const red: MantineColorsTuple = [
  '#fdeceb',
  '#fbdad8',
  '#f3b3af',
  '#e88781',
  '#db5c55',
  '#c93a32',
  '#b9281f',
  '#a81f17',
  '#8c1812',
  '#6d110d',
];

/** The look of Relais: one accent, neutral greys, every text and control at least AA on its ground. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  colors: { indigo, gray, red },
  primaryColor: 'indigo',
  primaryShade: 7,
  black: '#191b2c',
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    return input.variant === 'filled' ? { ...colours, color: 'var(--on-accent)' } : colours;
  },
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.90625rem', lg: '1.0625rem', xl: '1.3125rem' },
  components: {
    Checkbox: { defaultProps: { iconColor: 'var(--on-accent)' } },
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 600 } } },
    Modal: {
      defaultProps: { radius: 12, padding: 'lg', overlayProps: { backgroundOpacity: 1, color: 'var(--veil)' } },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 650 }, content: { border: '1px solid var(--line)' } },
    },
  },
});

/** The variables of styles.css by the names under which Mantine asks for them: both schemes, and paper, are decided there alone. */
const ours = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--ground)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-disabled': 'var(--chip)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line-2)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-color-indigo-filled': 'var(--accent)',
  '--mantine-color-indigo-filled-hover': 'var(--accent-strong)',
};

/** Every colour of a component follows the scheme; Mantine's own are below AA contrast here and there. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: ours,
  dark: {
    ...ours,
    '--mantine-color-red-filled': 'var(--red)',
    '--mantine-color-red-filled-hover': 'var(--red)',
    '--mantine-color-dark-1': 'var(--ink-2)',
    '--mantine-color-dark-4': 'var(--line-2)',
    '--mantine-color-dark-5': 'var(--grey-line)',
    '--mantine-color-dark-6': 'var(--card)',
    '--mantine-color-dark-8': 'var(--ground)',
  },
});

/** Keeps the choice of light, dark or as the system on this device; `public/scheme.js` reads the same key. */
export const schemes = localStorageColorSchemeManager({ key: 'relais.scheme' });
