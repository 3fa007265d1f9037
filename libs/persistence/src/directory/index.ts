export { DirectoryRepository } from './directory.repository.js';
