import type { mergeableFields } from '../contract.ts'
import type { CheckedProfile } from './profile.ts'

/** The profile that goes on: its own values, those chosen from the record that ends, and the lists of both. */
export function mergedProfile(kept: CheckedProfile, ended: CheckedProfile, take: readonly (typeof mergeableFields)[number][]): CheckedProfile {
  const taken = Object.fromEntries(take.map((field) => [field, ended[field]]))
  return {
    ...kept, ...taken,
    // A number known to only one of them is never lost.
    idNumber: kept.idNumber ?? ended.idNumber,
    birthOn: kept.idNumber === null && ended.idNumber !== null ? ended.birthOn : (taken['birthOn'] as CheckedProfile['birthOn'] | undefined ?? kept.birthOn),
    sex: kept.idNumber === null && ended.idNumber !== null ? ended.sex : (taken['sex'] as CheckedProfile['sex'] | undefined ?? kept.sex),
    categories: joined(kept.categories, ended.categories), skills: joined(kept.skills, ended.skills).slice(0, 20),
    serviceRoles: joined(kept.serviceRoles, ended.serviceRoles), healthLimits: joined(kept.healthLimits, ended.healthLimits).slice(0, 10),
  }
}

const joined = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])]
