import { defineWords } from '#platform/ui/words.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import { labelInEnglish } from '#platform/values/mask.ts'
import type { Colour, Weights } from '../contract.ts'
import { colourWords, stepWords, termWords, unservedWords } from '../rules/words.ts'

const englishColours: Record<Colour, string> = { red: 'red', yellow: 'yellow', blue: 'blue', green: 'green' }
const englishTerms: Record<keyof typeof termWords, string> = {
  coverage: 'has somebody', distance: 'distance', skill: 'skills', preference: 'wishes', load: 'load', siblings: 'siblings together',
}

/** Words of 结对推荐: the list of rounds and one round. */
export const words = defineWords({
  matching: '结对推荐', moment: minuteInChina, colours: colourWords, terms: termWords as Record<string, string>,
  lead: '系统算出最合适的一组，每一对都写明理由；由人审看后才结对。', noGoList: '不宜结对名单', start: '开始推荐', rounds: '结对推荐记录', noRounds: '还没有做过推荐',
  noRoundsLead: '点“开始推荐”，系统为没有结对的孩子推荐志愿者。', startTitle: '开始一轮结对推荐',
  startLead: (unit: string) => `为${unit}及全部下级还没有主要结对人的孩子推荐。只是推荐，不会自动结对；一般几秒到一分钟算好。`,
  unit: '单位', at: '时间', person: '经办人', waiting: '待结对孩子', proposed: '推荐', pairs: (count: number) => `${count} 对`, unserved: '暂时配不上', status: '状态',
  roundStates: { requested: '正在计算', done: '已算好', cancelled: '已取消', failed: '没有算成' },
  roundOf: (unit: string) => `${unit}结对推荐`, roundLead: (name: string, at: string) => `${name}于${at}发起。采纳前可以改选，不采纳请写原因。`, result: '结果',
  nothingWritten: '没有写入任何推荐。', summary: (children: number, volunteers: number, proposed: number, unserved: number) =>
    `待结对孩子 ${children} 名，有名额的志愿者 ${volunteers} 名；推荐 ${proposed} 对，暂时配不上 ${unserved} 名。`,
  steps: stepWords as readonly string[], waitingToBegin: '等待开始', running: (step: string) => `${step}……可以离开本页，算好后会发消息。`,
  progress: (step: string) => `进度：${step}`, cancel: '取消计算', cancelTitle: '取消这一轮推荐？', cancelLead: '取消后不写入任何推荐，可以随时重新开始。',
  unservedTitle: '暂时配不上的孩子', childSaid: (label: string) => label,
  child: '孩子', risk: '风险', reason: '原因', reasons: unservedWords as Record<keyof typeof unservedWords, string>, allServed: '都有人结对',
  allServedLead: '每个等待结对的孩子都推荐了志愿者。',
  oneMore: '再多一名志愿者会怎样', oneMoreNothing: '每个孩子都有人结对，或者多一名志愿者也没有帮助。',
  oneMoreOf: (unit: string, places: number, children: number) => `${unit}：再有一名能带 ${places} 个孩子的志愿者，可多 ${children} 个孩子有人结对。`,
  howPoints: '分数怎么算', pointsLead: ({ coverage, urgency, distance, skill, sex, language, load, siblings }: Weights) =>
    `先让尽可能多的孩子有人结对（每名 ${coverage} 分，红色另加 ${urgency.red}，黄色 ${urgency.yellow}，蓝色 ${urgency.blue}）；`
    + `再看距离（同村 ${distance.village}，同乡镇 ${distance.town}，同县 ${distance.county}，其他 ${distance.city}）；所需特长每项 ${skill}，最多两项；`
    + `性别、语言意愿不合各 ${sex}、${language}；志愿者每已带一名孩子 ${load}；兄弟姐妹由同一人结对 ${siblings}。`,
}, {
  matching: 'Matching', moment: minuteInChina, colours: englishColours, terms: englishTerms,
  lead: 'The best set of pairs is computed, each with its reasons. A person looks at them before anybody is paired.', noGoList: 'No-go pairs',
  start: 'Start a round', rounds: 'Rounds of matching', noRounds: 'No round yet',
  noRoundsLead: 'Choose “Start a round” to find volunteers for children who have nobody.', startTitle: 'Start a round of matching',
  startLead: (unit: string) => `For children of ${unit} and all units below who have no mentor yet. It only proposes and pairs nobody; `
    + 'a round takes from a few seconds to a minute.',
  unit: 'Unit', at: 'When', person: 'By', waiting: 'Children waiting', proposed: 'Proposed',
  pairs: (count: number) => `${count} ${count === 1 ? 'pair' : 'pairs'}`,
  unserved: 'Unserved', status: 'Status',
  roundStates: { requested: 'computing', done: 'done', cancelled: 'cancelled', failed: 'failed' },
  roundOf: (unit: string) => `Matching for ${unit}`,
  roundLead: (name: string, at: string) => `Started by ${name}, ${at}. You may choose another volunteer before accepting; a rejection needs its reason.`,
  result: 'Result', nothingWritten: 'No proposal was written.',
  summary: (children: number, volunteers: number, proposed: number, unserved: number) =>
    `Children waiting: ${children}. Volunteers with a free place: ${volunteers}. Pairs proposed: ${proposed}. Children unserved: ${unserved}.`,
  steps: ['Reading children and volunteers', 'Listing pairs that may be made', 'Finding the best set', 'Writing reasons and alternatives'],
  waitingToBegin: 'Waiting to begin', running: (step: string) => `${step}… You may leave this page; a message will tell you when it is done.`,
  progress: (step: string) => `Progress: ${step}`, cancel: 'Cancel the round', cancelTitle: 'Cancel this round?',
  cancelLead: 'Nothing will be proposed. You may start again at any time.',
  unservedTitle: 'Children left unserved', childSaid: labelInEnglish, child: 'Child', risk: 'Risk', reason: 'Reason',
  reasons: { 'nobody-allowed': 'no volunteer in range may be paired', 'all-taken': 'all volunteers who could be paired are proposed for other children' },
  allServed: 'Everybody has somebody', allServedLead: 'A volunteer is proposed for every child waiting.',
  oneMore: 'What one more volunteer would bring', oneMoreNothing: 'Every child has somebody, or one more volunteer would not help.',
  oneMoreOf: (unit: string, places: number, children: number) =>
    `${unit}: a volunteer with room for ${places} would give ${children} more ${children === 1 ? 'child' : 'children'} somebody.`,
  howPoints: 'How points are counted', pointsLead: ({ coverage, urgency, distance, skill, sex, language, load, siblings }: Weights) =>
    `First, as many children as possible get somebody (${coverage} points each, red ${urgency.red} more, yellow ${urgency.yellow}, blue ${urgency.blue}). `
    + `Then distance (same village ${distance.village}, same town ${distance.town}, same county ${distance.county}, elsewhere ${distance.city}). `
    + `Each skill needed ${skill}, two at most. Sex and language against the wish ${sex} and ${language}. `
    + `Each child the volunteer already has ${load}. Siblings with the same volunteer ${siblings}.`,
})
