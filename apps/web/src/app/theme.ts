import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme } from '@mantine/core';

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
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.90625rem', lg: '1.0625rem', xl: '1.3125rem' },
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 600 } } },
    Modal: {
      defaultProps: { radius: 12, padding: 'lg', overlayProps: { backgroundOpacity: 0.35, color: '#191b2c' } },
      styles: { title: { fontSize: '1.0625rem', fontWeight: 650 } },
    },
  },
});

/** Colours that Mantine's own theme sets below AA contrast. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': '#565b71',
    '--mantine-color-placeholder': '#676c82',
    '--mantine-color-error': '#a81f17',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': '#d3d6e2',
  },
  light: {
    '--mantine-color-dimmed': '#565b71',
    '--mantine-color-placeholder': '#676c82',
    '--mantine-color-error': '#a81f17',
    '--mantine-color-default-border': '#d3d6e2',
  },
  dark: {},
});
