// Runs before the first paint, so that a dark screen does not flash white; from then on Mantine keeps the attribute.
{
  const chosen = localStorage.getItem('relais.scheme');
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
}
