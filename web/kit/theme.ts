import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Teal from the palest to the deepest; the page's own tokens are in `tokens.css`. */
const teal: MantineColorsTuple = [
  '#e6f3f0',
  '#cfe6e1',
  '#a3d0c8',
  '#63c9be',
  '#3fa79c',
  '#208a80',
  '#13736b',
  '#0b615b',
  '#084e49',
  '#053a37',
];

export const theme = createTheme({
  colors: { teal },
  primaryColor: 'teal',
  // Checked for 4.5:1 in both schemes: white on 7, ink on 3.
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: 'md',
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '400' },
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md', variant: 'filled' } },
  },
});

/** Mantine's surfaces and greys are those of the page. */
export const mantineVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--wash)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--danger)',
  };
  return { variables: {}, light: shared, dark: shared };
};
