import { describe, expect, it } from 'vitest'
import { readVolunteerRow } from './import-row.ts'

const words = (...names: string[]) => names.map((name) => ({ code: `code of ${name}`, name }))
const aids = { categories: words('老干部', '老教师'), serviceRoles: words('传承红色基因报告员', '家教家风传播员'), today: '2026-03-16' }
const row = { name: '王建国', sex: '男', birthOn: '1955-03-05', categories: '老教师', joinedOn: '2020-05-01' }

const reading = (change: Record<string, string>) => readVolunteerRow({ ...row, ...change }, aids)
/** What the register stores of a row with these values. */
function read(change: Record<string, string>) {
  const found = reading(change)
  if ('problems' in found) throw new Error(found.problems.map(({ message }) => message).join())
  return found.read
}
const profileOf = (change: Record<string, string>) => read(change).profile
/** The columns in which something is wrong; each is told by a sentence. */
const wrong = (change: Record<string, string>) => {
  const found = reading(change)
  const problems = 'problems' in found ? found.problems : []
  for (const { message } of problems) expect(message).toMatch(/\p{Script=Han}.*\p{Script=Han}/u)
  return problems.map(({ key }) => key)
}

describe('a row of a volunteers\' workbook', () => {
  it('needs no more than who somebody is, of which category, and since when', () => {
    expect(read({})).toEqual({
      unitText: '', clearance: null, insurance: null,
      profile: {
        name: '王建国', sex: 'male', birthOn: '1955-03-05', phone: null, idNumber: null, categories: ['code of 老教师'], skills: [], serviceRoles: [],
        healthLimits: [], availability: null, capacity: 0, isPartyMember: null, education: null, formerWork: null, hasSmartphone: null,
        joinedOn: '2020-05-01', joinedBy: 'organised', introducerId: null,
      },
    })
  })

  it('is taken as it is where texts are texts', () => {
    expect(read({ unit: '东街镇', phone: '13800000000', availability: '周末', formerWork: '退休小学教师' }))
      .toMatchObject({ unitText: '东街镇', profile: { phone: '13800000000', availability: '周末', formerWork: '退休小学教师' } })
  })

  it('gives sex and birth date by the identity number alone', () => {
    expect(profileOf({ sex: '', birthOn: '', idNumber: '990101195503051218' }))
      .toMatchObject({ sex: 'male', birthOn: '1955-03-05', idNumber: '990101195503051218' })
  })

  it('says a wrong identity number once, and not that sex or birth date are missing', () => {
    expect(wrong({ sex: '', birthOn: '', idNumber: '990101195503051219' })).toEqual(['idNumber'])
    expect(wrong({ sex: '不详' })).toEqual(['sex'])
    expect(wrong({ sex: '' })).toEqual(['sex'])
    expect(wrong({ sex: '女', idNumber: '990101195503051218' })).toEqual(['sex'])
  })

  it('knows men and women by the words people write', () => {
    expect(['男', '男性', 'M', 'male'].map((sex) => profileOf({ sex }).sex)).toEqual(['male', 'male', 'male', 'male'])
    expect(['女', '女性', 'F', 'Female'].map((sex) => profileOf({ sex }).sex)).toEqual(['female', 'female', 'female', 'female'])
    expect(['男女', '美女', '猛男', '女 士'].map((sex) => wrong({ sex }))).toEqual([['sex'], ['sex'], ['sex'], ['sex']])
  })

  it('splits lists at whatever sign stands between, and each word counts once', () => {
    expect(profileOf({ skills: '书法、讲故事，象棋,书法; 二胡；唱歌/跳舞  剪纸' }).skills).toEqual(['书法', '讲故事', '象棋', '二胡', '唱歌', '跳舞', '剪纸'])
  })

  it('knows a category by its name, by its name without 老, and by its code', () => {
    expect(profileOf({ categories: '老干部、教师' }).categories).toEqual(['code of 老干部', 'code of 老教师'])
    const short = readVolunteerRow({ ...row, categories: 'teacher' }, { ...aids, categories: [{ code: 'teacher', name: '老教师' }] })
    expect(short).toMatchObject({ read: { profile: { categories: ['teacher'] } } })
    expect(wrong({ categories: '老教师、老板' })).toEqual(['categories'])
  })

  it('knows a service role by its name', () => {
    expect(profileOf({ serviceRoles: '家教家风传播员' }).serviceRoles).toEqual(['code of 家教家风传播员'])
    expect(wrong({ serviceRoles: '门卫' })).toEqual(['serviceRoles'])
  })

  it('takes for a health limit what is one, not that somebody is well', () => {
    expect(profileOf({ healthLimits: '健康' }).healthLimits).toEqual([])
    expect(profileOf({ healthLimits: '良好、不宜爬楼' }).healthLimits).toEqual(['不宜爬楼'])
    expect(profileOf({ healthLimits: '不健康、听力不好' }).healthLimits).toEqual(['不健康', '听力不好'])
    expect(profileOf({ healthLimits: '较好时才可外出' }).healthLimits).toEqual(['较好时才可外出'])
  })

  it('reads how many children somebody may take, twenty at most', () => {
    expect(['', '0', '2', '20', '3人', '4名', '5个'].map((capacity) => profileOf({ capacity }).capacity)).toEqual([0, 0, 2, 20, 3, 4, 5])
    expect(['21', '两', '-1', '2.5', '约2', '2人左右', '100'].flatMap((capacity) => wrong({ capacity }))).toEqual(Array.from({ length: 7 }, () => 'capacity'))
  })

  it('knows who is of the party, who is not, and of whom nothing is written', () => {
    expect(['', '中共党员', '预备党员', '党员', '是', '群众', '民盟盟员', '非党员', '是否不详'].map((isPartyMember) => profileOf({ isPartyMember }).isPartyMember))
      .toEqual([null, true, true, true, true, false, false, false, false])
  })

  it('knows who uses a smartphone; what is neither yes nor no counts as unknown', () => {
    expect(['', '是', '会', '√', 'Y', '否', '不会', '×', 'No', '学习中', '要不会', '不是', '会一点', '不会用'].map((hasSmartphone) => profileOf({ hasSmartphone }).hasSmartphone))
      .toEqual([null, true, true, true, true, false, false, false, false, null, null, null, null, null])
  })

  it.each([['博士研究生', 'master'], ['大学本科', 'bachelor'], ['大专', 'college'], ['中专', 'senior'], ['初中毕业', 'junior'], ['小学', 'primary'], ['', null]])(
    'takes the schooling %s for %s', (education, level) => {
      expect(profileOf({ education }).education).toBe(level)
    })

  it('refuses a schooling in other words', () => {
    expect(wrong({ education: '自学' })).toEqual(['education'])
  })

  it('knows how somebody came, by a call of the committee unless it is written', () => {
    expect(['', '组织发动', '典型带动', '五老推动'].map((joinedBy) => profileOf({ joinedBy }).joinedBy)).toEqual(['organised', 'organised', 'inspired', 'introduced'])
    expect(wrong({ joinedBy: '抽签' })).toEqual(['joinedBy'])
  })

  it('reads days as people write them, and names the column of one it cannot read', () => {
    expect(profileOf({ birthOn: '1955年3月5日', joinedOn: '2020/5/1' })).toMatchObject({ birthOn: '1955-03-05', joinedOn: '2020-05-01' })
    expect(wrong({ birthOn: '五十年代' })).toEqual(['birthOn'])
    expect(wrong({ joinedOn: '去年' })).toEqual(['joinedOn'])
    expect(wrong({ joinedOn: '2026-03-17' })).toEqual(['joinedOn'])
  })

  it('tells every fault of a row, each in its column, with words that repeat nothing', () => {
    const found = reading({ name: '', phone: '12', education: '自学', capacity: '很多', clearanceOn: '去年', insuredFrom: '今年' })
    expect('problems' in found && found.problems.map(({ key }) => key).toSorted())
      .toEqual(['capacity', 'clearanceOn', 'education', 'insuredFrom', 'name', 'phone'].toSorted())
    expect(JSON.stringify(found)).not.toMatch(/自学|很多|去年/)
    expect(JSON.stringify(found)).toMatch(/准入查询日期无法识别.*保险起始日期无法识别/)
    expect(JSON.stringify(found)).toContain('小学、初中')
  })
})

describe('texts that are too long', () => {
  it.each([['name', 50], ['availability', 200], ['formerWork', 100], ['skills', 30], ['healthLimits', 30]])('are refused: %s above %i characters',
    (key, most) => {
    expect(wrong({ [key]: '长'.repeat(most) })).toEqual([])
    expect(wrong({ [key]: '长'.repeat(most + 1) })).toEqual([key])
  })

  it('count rare characters as one each', () => {
    expect(wrong({ name: '𤧯'.repeat(50) })).toEqual([])
  })

  it.each([['skills', 20], ['healthLimits', 10]])('are lists too: %s above %i', (key, most) => {
    const list = (length: number) => Array.from({ length }, (_none, index) => `第${index}项`).join('、')
    expect(wrong({ [key]: list(most) })).toEqual([])
    expect(wrong({ [key]: list(most + 1) })).toEqual([key])
  })
})

describe('a clearance in a row', () => {
  const clearanceOf = (clearanceResult: string) => read({ clearanceOn: '2026-01-10', clearanceResult }).clearance

  it('that found nothing holds for a year; one that found something or is awaited holds for no day', () => {
    for (const result of ['无', '无记录', '正常', '通过']) expect(clearanceOf(result)).toEqual({ checkedOn: '2026-01-10', result: 'clear', validUntil: '2027-01-09' })
    for (const result of ['有', '有记录']) expect(clearanceOf(result)).toEqual({ checkedOn: '2026-01-10', result: 'found', validUntil: null })
    for (const result of ['待查', '查询中', '未出']) expect(clearanceOf(result)).toEqual({ checkedOn: '2026-01-10', result: 'pending', validUntil: null })
  })

  it('needs a day and a result that can be read: nothing is taken for clear that only sounds like it', () => {
    expect(wrong({ clearanceResult: '无记录' })).toEqual(['clearanceOn'])
    expect(wrong({ clearanceOn: '2026-01-10' })).toEqual(['clearanceResult'])
    for (const clearanceResult of ['未通过', '无法查询', '不正常', '有记录待核', '没有记录', '未出结果', '仍待查']) {
      expect(wrong({ clearanceOn: '2026-01-10', clearanceResult })).toEqual(['clearanceResult'])
    }
  })

  it('may be of today, not of a day to come', () => {
    expect(wrong({ clearanceOn: '2026-03-16', clearanceResult: '无' })).toEqual([])
    expect(wrong({ clearanceOn: '2026-03-17', clearanceResult: '无' })).toEqual(['clearanceOn'])
  })
})

describe('an insurance in a row', () => {
  const days = { insuredFrom: '2026-01-01', insuredUntil: '2026-12-31' }

  it('is taken with its days and its insurer, or without one', () => {
    expect(read({ ...days, insurer: '人保' }).insurance).toEqual({ insurer: '人保', fromOn: '2026-01-01', untilOn: '2026-12-31' })
    expect(read(days).insurance?.insurer).toBe('未注明')
    expect(read({ ...days, insurer: '保'.repeat(60) }).insurance?.insurer).toHaveLength(50)
    expect(read({ insurer: '人保' }).insurance).toBeNull()
  })

  it('needs both days, the last not before the first', () => {
    expect(wrong({ insuredFrom: '2026-01-01' })).toEqual(['insuredUntil'])
    expect(wrong({ insuredUntil: '2026-01-01' })).toEqual(['insuredFrom'])
    expect(wrong({ insuredFrom: '2026-01-02', insuredUntil: '2026-01-01' })).toEqual(['insuredUntil'])
    expect(wrong({ insuredFrom: '2026-01-01', insuredUntil: '2026-01-01' })).toEqual([])
  })
})
