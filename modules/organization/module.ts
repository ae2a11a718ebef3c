import { defineModule } from '#platform/http/module.ts'
import { closeUnit } from './commands/close-unit.ts'
import { createUnit } from './commands/create-unit.ts'
import { disestablishCommittee } from './commands/disestablish-committee.ts'
import { establishCommittee } from './commands/establish-committee.ts'
import { appointHolder } from './commands/leadership/appoint-holder.ts'
import { closePost } from './commands/leadership/close-post.ts'
import { createPosts } from './commands/leadership/create-posts.ts'
import { createStandingRule } from './commands/leadership/create-standing-rule.ts'
import { endStandingRule } from './commands/leadership/end-standing-rule.ts'
import { endTerm } from './commands/leadership/end-term.ts'
import { mergeUnits } from './commands/merge-units.ts'
import { moveUnit } from './commands/move-unit.ts'
import { renameUnit } from './commands/rename-unit.ts'
import { reopenUnit } from './commands/reopen-unit.ts'
import { splitUnit } from './commands/split-unit.ts'
import { updateUnit } from './commands/update-unit.ts'
import { organizationContract } from './contract.ts'
import { postsExport, unitsExport } from './exchange/exports.ts'
import { followMergedHolder } from './jobs/follow-merged-holder.ts'
import { moveRows } from './jobs/move-rows.ts'
import { getPost } from './queries/get-post.ts'
import { getUnit } from './queries/get-unit.ts'
import { getUnitAsOf } from './queries/get-unit-as-of.ts'
import { listFoundingRates } from './queries/list-founding-rates.ts'
import { listPosts } from './queries/list-posts.ts'
import { listPostTitles } from './queries/list-post-titles.ts'
import { listStandingRules } from './queries/list-standing-rules.ts'
import { listUnits } from './queries/list-units.ts'
import { previewChange } from './queries/preview-change.ts'

/** 组织, as apps/ assemble it. */
export const organizationModule = defineModule({
  name: 'organization',
  contract: organizationContract,
  operations: {
    listUnits, getUnit, getUnitAsOf, previewChange, listFoundingRates,
    createUnit, updateUnit, renameUnit, establishCommittee, disestablishCommittee, closeUnit, reopenUnit, moveUnit, mergeUnits, splitUnit,
    listPosts, getPost, listPostTitles, createPosts, closePost, appointHolder, endTerm,
    listStandingRules, createStandingRule, endStandingRule,
  },
  downloads: [unitsExport, postsExport],
  jobs: [moveRows, followMergedHolder],
})
