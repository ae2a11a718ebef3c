import { defineModule } from '#platform/http/module.ts'
import { changeStatus } from './commands/change-status.ts'
import { correctVolunteer } from './commands/correct-volunteer.ts'
import { decideDuplicate } from './commands/decide-duplicate.ts'
import { mergeVolunteers } from './commands/merge-volunteers.ts'
import { moveVolunteer } from './commands/move-volunteer.ts'
import { readIdNumber } from './commands/read-id-number.ts'
import { recordClearance } from './commands/record-clearance.ts'
import { recordInsurance } from './commands/record-insurance.ts'
import { registerVolunteer } from './commands/register-volunteer.ts'
import { volunteersContract } from './contract.ts'
import { exportVolunteers } from './exchange/export-volunteers.ts'
import { endLapsedValidities } from './jobs/end-lapsed-validities.ts'
import { placeTwins } from './jobs/place-twins.ts'
import { remindOfClearances } from './jobs/remind-of-clearances.ts'
import { checkBeforeCreate } from './queries/check-before-create.ts'
import { getVolunteer } from './queries/get-volunteer.ts'
import { listDuplicates } from './queries/list-duplicates.ts'
import { listVolunteerWords } from './queries/list-volunteer-words.ts'
import { listVolunteers } from './queries/list-volunteers.ts'

/** 五老队伍, as apps/ assemble it. */
export const volunteersModule = defineModule({
  name: 'volunteers',
  contract: volunteersContract,
  operations: {
    listVolunteers, getVolunteer, listVolunteerWords, checkBeforeCreate, registerVolunteer, correctVolunteer, recordClearance, recordInsurance,
    changeStatus, moveVolunteer, readIdNumber, listDuplicates, decideDuplicate, mergeVolunteers,
  },
  downloads: [exportVolunteers],
  jobs: [endLapsedValidities, remindOfClearances, placeTwins],
})
