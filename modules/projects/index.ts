// Nothing else asks projects yet; pages of others show awards through slots.
export { projectsContract } from './contract.ts'
