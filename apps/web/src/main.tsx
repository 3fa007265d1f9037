import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { textsOf } from './app/texts/source.js';
import { startI18n } from './client/i18n.js';
import './app/styles.css';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no element "root".');
}
await startI18n(textsOf);
createRoot(root).render(<App />);
