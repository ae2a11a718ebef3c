import type { Sex } from './plan.ts'

/** Surnames with their share of the population in tenths of a percent, from general knowledge; rounded. */
export const surnameShares: Readonly<Record<string, number>> = {
  王: 72, 李: 71, 张: 68, 刘: 52, 陈: 45, 杨: 31, 黄: 22, 赵: 21, 吴: 20, 周: 19, 徐: 15, 孙: 15, 马: 13, 朱: 12, 胡: 12, 郭: 12, 何: 12, 林: 11,
  高: 10, 罗: 10, 郑: 9, 梁: 9, 谢: 7, 宋: 7, 唐: 7, 许: 7, 邓: 6, 冯: 6, 韩: 6, 曹: 6, 曾: 6, 彭: 5, 萧: 1, 蔡: 5, 潘: 5, 田: 5, 董: 5, 袁: 5,
  于: 5, 余: 5, 叶: 4, 蒋: 4, 杜: 4, 苏: 4, 魏: 4, 程: 4, 吕: 4, 丁: 4, 沈: 4, 任: 4, 姚: 4, 卢: 4, 傅: 3, 钟: 4, 姜: 3, 崔: 3, 谭: 4, 廖: 4,
  范: 3, 汪: 3, 陆: 3, 金: 3, 石: 3, 戴: 3, 贾: 3, 韦: 3, 夏: 3, 邱: 3, 方: 3, 侯: 3, 邹: 3, 熊: 3, 孟: 3, 秦: 3, 白: 3, 江: 3, 阎: 2, 薛: 2,
  尹: 2, 段: 2, 雷: 2, 黎: 2, 史: 2, 龙: 2, 陶: 2, 贺: 2, 顾: 2, 毛: 2, 郝: 2, 龚: 2, 邵: 2, 万: 2, 钱: 2, 严: 2, 覃: 2, 武: 2, 戚: 1, 莫: 2,
  孔: 1, 向: 2, 汤: 2, 蒲: 2, 敬: 1, 鲜: 1, 母: 1, 苟: 1, 青: 1, 岳: 1, 庞: 1, 樊: 1, 殷: 1, 庄: 1, 章: 1, 牟: 1, 冉: 1, 欧阳: 1, 司马: 1, 上官: 1,
}

/** Characters of given names of one generation: `single` may stand alone, otherwise one of `first` and one of `last`. */
export type NameCharacters = { single: string, first: string, last: string, doubled: string, singleShare: number }

/** From this year of birth on, until the next entry. */
export type Generation = { from: number } & Record<Sex, NameCharacters>

export const generations: readonly Generation[] = [
  {
    from: 1900,
    male: { single: '福贵忠义', first: '德国志永世正光文明天家华绍泽维朝兴怀', last: '清才安祥林富荣贵昌元顺礼堂成山全友云', doubled: '', singleShare: 0.08 },
    female: { single: '珍英芳', first: '秀桂玉素淑翠金兰月春惠碧', last: '英珍芳兰琼容华清莲碧群贞蓉芬', doubled: '', singleShare: 0.05 },
  },
  {
    from: 1950,
    male: { single: '军平勇忠刚', first: '建国志永光正文明德大先世荣开承仁', last: '国民军平华生林成明贵全友兵安福强云发', doubled: '', singleShare: 0.14 },
    female: { single: '琼英芳群兰', first: '秀玉淑素桂丽春晓建小碧朝红先', last: '英珍芳兰琼华芬蓉群梅莲容碧云', doubled: '', singleShare: 0.12 },
  },
  {
    from: 1965,
    male: { single: '军勇刚斌波强涛平辉毅', first: '建志永晓小国文光海学春云洪东长', last: '军华平勇明林强兵东辉川清波松涛', doubled: '', singleShare: 0.3 },
    female: { single: '琼丽敏燕英玲莉群梅萍', first: '晓小丽春秀玉红建冬雪文海燕', last: '琼英丽芳蓉梅玲萍燕华兰红莉', doubled: '', singleShare: 0.28 },
  },
  {
    from: 1980,
    male: { single: '鹏涛伟超磊浩勇刚波杰强飞', first: '晓志建文海小俊立春永国明少', last: '鹏涛伟超林军峰波辉龙平川杰', doubled: '', singleShare: 0.45 },
    female: { single: '婷静艳丽燕敏娟霞玲丹芳蓉', first: '晓小丽春海雪文秋红玉亚冬', last: '婷静艳燕娟霞玲琴蓉梅芳丽萍', doubled: '婷娟', singleShare: 0.45 },
  },
  {
    from: 1995,
    male: { single: '鑫鹏杰浩涛宇凯航旭阳', first: '俊志文浩子宇家明泽嘉思天', last: '杰豪鑫宇航涛轩凯阳林龙鹏', doubled: '', singleShare: 0.25 },
    female: { single: '婷雪欣莹倩颖琳悦瑶', first: '雨思佳欣雪梦晓子诗嘉文', last: '婷欣怡琪雯颖悦瑶琳涵雪', doubled: '婷倩莹', singleShare: 0.22 },
  },
  {
    from: 2008,
    male: { single: '睿轩宸晨博', first: '浩子宇俊梓嘉一博明思奕沐亦', last: '轩宇辰豪泽然涵航睿阳杰霖晨', doubled: '', singleShare: 0.07 },
    female: { single: '瑶悦妍萱', first: '梓欣雨诗思子一佳若语可沐芯', last: '涵怡萱彤妍琪悦瑶桐冉汐晴诺', doubled: '朵萱', singleShare: 0.05 },
  },
]

/** People everybody knows; the generator gives nobody their names. */
export const famousNames: ReadonlySet<string> = new Set((
  '李强 赵乐际 王沪宁 蔡奇 丁薛祥 李希 王毅 何立峰 张又侠 李克强 温家宝 胡锦涛 江泽民 朱镕基 毛泽东 周恩来 刘少奇 朱德 邓小平 李鹏 ' +
  '陈云 叶剑英 王震 李先念 彭德怀 刘伯承 贺龙 陈毅 罗荣桓 徐向前 孙中山 宋庆龄 雷锋 王杰 张海迪 焦裕禄 孔繁森 ' +
  '刘翔 姚明 李娜 李宁 郎平 孙杨 张怡宁 马龙 樊振东 丁宁 王楠 王皓 林丹 陈龙 王濛 苏炳添 全红婵 武大靖 马云 马化腾 李彦宏 刘强东 王健林 ' +
  '雷军 任正非 董明珠 刘德华 张学友 郭富城 黎明 成龙 李小龙 王菲 章子怡 周杰伦 林俊杰 张杰 李宇春 黄晓明 王宝强 黄渤 徐峥 陈道明 ' +
  '张艺谋 陈凯歌 冯小刚 葛优 郭德纲 赵本山 宋小宝 沈腾 马丽 贾玲 白敬亭 王一博 肖战 杨洋 李现 胡歌 杨幂 赵丽颖 王力宏 张国立 王刚 ' +
  '莫言 余华 钱学森 袁隆平 杨振宁 屠呦呦 钟南山 华罗庚 张文宏 杨利伟 王亚平 刘洋 景海鹏 刘国梁 李玉刚 孙俪 邓超 陈坤 周迅 汪涵 何炅 谢娜'
).split(' '))
