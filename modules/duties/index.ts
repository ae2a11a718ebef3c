// What other modules may ask of duties: before money is confirmed or paid, whether somebody is a related party.
export { findRelations } from './queries/relations/find-relations.ts'
