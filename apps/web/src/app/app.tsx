import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keepFocus } from '../shared/focus.js';
import { Toasts } from '../shared/toast.js';
import { queryClient } from '../client/query-client.js';
import { followArrivals } from './arrivals.js';
import { router } from './router.js';
import { cssVariables, schemes, theme } from './theme.js';

/** The whole application. */
export function App() {
  useEffect(keepFocus, []);
  useEffect(() => followArrivals(router), []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={schemes}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  );
}
