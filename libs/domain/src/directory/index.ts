export { capacityAt, serviceDecider, type ServiceCommand, type ServiceState } from './service.js';
