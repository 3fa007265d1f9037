// `npm run emit`: writes the JavaScript of our sources to `dist`.
import { emit } from './tools/emit.mjs';

await emit('tsconfig.build.json');
