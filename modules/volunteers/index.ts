export { markVolunteerReferred } from './commands/mark-volunteer-referred.ts'
export { volunteerImport } from './exchange/import-volunteers.ts'
export { findVolunteer, listVolunteersByIds, lockVolunteer, type KnownVolunteer } from './queries/find-volunteer.ts'
