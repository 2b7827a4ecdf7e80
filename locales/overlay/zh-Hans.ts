import type { OverlayWords } from './overlay.ts';

export const overlay: OverlayWords = {
  collapse: '收起',
  expand: '展开行情',
  backToTop: '回顶部',
  hideHere: '本站隐藏',
  hidden: '已在本站隐藏',
  undo: '撤销',
  noAnswer: '暂无数据源应答',
  conversion: '按 {date} 官方汇率折算（{source}），非场外价。',
  move: '移动（方向键；点按换边）',
  inArticle: '本文提到',
  since: '发布以来',
  published: '发布于',
  disputed: '来源不一致：{source} 的价格相差 2% 以上',
  fold: '折叠',
  shortest: '行情仅供参考，不构成投资建议。',
};
