export { DirectoryRepository } from './directory.repository.js';
export { enterServices, serviceSubject } from './service-subject.repository.js';
