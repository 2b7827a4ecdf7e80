import type { WorldPage } from './page.ts';

const HEADLINES: readonly (readonly [string, string])[] = [
  ['20:31', '美联储理事：稳定币支付规模仍小，但增速值得关注'],
  ['20:24', '比特币现货 ETF 连续四日净流入，单周合计 7.3 亿美元'],
  ['20:17', '以太坊质押率升至 29.6%，退出队列排队时间缩短至三天'],
  ['20:02', '某头部做市商向交易所转入 4,200 枚 ETH'],
  ['19:55', '香港：首批稳定币发行人牌照申请进入最后评审'],
  ['19:48', 'Solana 验证者客户端新版本上线，平均出块时间下降 8%'],
  ['19:40', '矿企三季报：算力业务收入首次被机房租赁超过'],
  ['19:33', '链上侦探：一沉睡九年的地址转出 180 枚比特币'],
  ['19:21', '波场网络日活跃地址突破三百万'],
  ['19:10', '欧洲央行发布数字欧元进展报告'],
  ['18:58', '某借贷协议提案：把 LINK 纳入抵押品清单'],
  ['18:46', '韩国交易所狗狗币成交量一度超过比特币'],
  ['18:35', '研究：代币化国债规模一年增长三倍'],
  ['18:20', '巴西税务部门更新加密资产申报细则'],
  ['18:07', '去中心化社交应用公布代币经济模型，社区意见不一'],
  ['17:52', 'USDC 发行方与两家清算银行签署合作协议'],
  ['17:40', '以太坊核心开发者会议纪要：下次升级推迟两周'],
  ['17:28', '某游戏公会解散，剩余资产将返还成员'],
  ['17:15', '艾达币社区就国库拨款展开投票'],
  ['17:03', '数据：九月 NFT 成交额环比下降 12%'],
];

const items = HEADLINES.map(
  ([time, text], index) =>
    `<li><time datetime="2025-10-10T${time}:00+08:00">${time}</time><a href="/article/${2_210_480 - index * 7}">${text}</a></li>`,
).join('\n');

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f5f6f8;color:#1f2430;font:16px/1.6 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
a{color:inherit;text-decoration:none}
header{background:#fff;border-bottom:1px solid #e6e8ec}
.wrap{max-width:1120px;margin:0 auto;padding:0 32px}
header .wrap{display:flex;align-items:center;gap:28px;height:60px}
.logo{font-weight:700;font-size:20px;color:#1652f0}
nav{display:flex;gap:22px;font-size:15px;color:#5b6475}
h1{margin:32px 0 16px;font-size:24px}
ul{max-width:720px;margin:0;padding:8px 24px;list-style:none;background:#fff;border-radius:10px}
li{display:flex;gap:20px;padding:13px 0;border-bottom:1px solid #eef0f3}
li:last-child{border:0}
li time{flex:none;width:48px;color:#8b93a3;font-variant-numeric:tabular-nums}
footer{padding:40px 0;font-size:13px;color:#8b93a3}
`;

/** Headlines without an article: no text column for the panel. */
export const listing: WorldPage = {
  url: 'https://www.chaincatcher.com/',
  html: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>链上晚报 - 最新快讯</title>
<meta property="og:type" content="website">
<style>${STYLE}</style>
</head>
<body>
<header><div class="wrap"><a class="logo" href="/">链上晚报</a><nav><a href="/news">快讯</a><a href="/selectArticle">精选</a><a href="/special">专题</a></nav></div></header>
<main class="wrap"><h1>最新快讯</h1><ul>${items}</ul></main>
<footer><div class="wrap">© 2025 链上晚报，本页为测试所写</div></footer>
</body>
</html>`,
};
