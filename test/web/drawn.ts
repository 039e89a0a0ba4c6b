import { MantineProvider } from '@mantine/core';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Router } from 'wouter';

/** What a screen draws at first, as HTML, where the app would show it. */
export const drawn = (children: ReactNode): string =>
  renderToStaticMarkup(
    createElement(MantineProvider, { children: createElement(Router, { ssrPath: '/', children }) }),
  );
