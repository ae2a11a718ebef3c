import type { JobDefinition } from '#platform/jobs/definition.ts'
import { deriveDisclosures } from '../commands/steps/derive-disclosures.ts'
import { findBodies } from '../queries/bodies.ts'

/**
 * Each night, and once a project was approved or closed or the kind of a body was recorded, the calendar of every body is drawn up anew from the dated kinds;
 * what is there already stays.
 */
export const deriveDisclosuresJob: JobDefinition = {
  name: 'derive-disclosures',
  listensTo: ['project.approved', 'project.closed', 'body-kind.recorded', 'body-kind.withdrawn'],
  schedule: '20 1 * * *',
  run: async (context) => deriveDisclosures(context, await findBodies(context)),
}
