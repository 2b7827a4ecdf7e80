/**
 * Phrases that contain a coin's name but mean something else: other coins, firms, sites, ordinary words. Written in
 * Simplified characters and lower case, which match any form; after `=`, the capitals must match exactly. The phrase
 * that starts first, and of those the longest, wins and hides the names inside it.
 */
const OTHER_COINS = `
wrapped bitcoin|wrapped btc|wrapped ether|wrapped ethereum|wrapped eth|wrapped solana|wrapped sol|wrapped bnb|wrapped avax
bitcoin gold|bitcoin diamond|bitcoin private|bitcoin god|bitcoin hyper|bitcoin swift|bitcoin 2x|bitcoin candy|bitcoin plus
ethereum pow|ethereumpow|ethereum fair|ethereum max|ethereummax|lido staked ether|lido staked eth|rocket pool eth|liquid staked eth
baby doge|baby doge coin|babydoge|dogecoin cash|mini doge|maxi doge|doge killer|dogecoin 2.0|little pepe|pepe unchained|pepe coin classic
baby floki|baby shiba inu|king shiba|shibarium|sui generis|luna coin|terra luna|terra usd|stellar lumens classic|litecoin cash
bonk inu classic|polkadot cash|sonic the hedgehog|ripple usd
比特币黄金|比特币钻石|比特币私密|比特币上帝|包装比特币|封装比特币|比特币2x|以太坊pow|以太坊工作量证明|以太坊公平|封装以太坊|包装以太坊
宝贝狗狗币|土狗币|天狗币|野狗币|归零币|清零币|美元币种|美元币值|美元币别|币安币种|币安币对|币安币圈|币安币本位
世界币圈|世界币市|世界币种|文件币种|艾达币种|粉丝币种|数字美元币|露娜币`;

const FIRMS_AND_SITES = `
bitcoin magazine|bitcoin.com news|bitcoin news network|bitcoin suisse|bitcoin depot|bitcoin policy institute|bitcoin policy uk
bitcoin standard treasury|bitcoin japan|bitcoin archive|bitcoin insider|bitcoin well|bitcoin wiki|bitcoin talk|bitcoin forum
bitcoin mining council|bitcoin gazette|bitcoin las vegas|bitcoin world news|bitcoinist
=American Bitcoin|=Bitcoin Treasuries|=Bitcoin World|=Bitcoin Historian|=Strive Bitcoin|=Bitcoin Asia|=Bitcoin MENA|=Bitcoin Amsterdam
=Ether Machine|=Ether Reserve|=Tether Treasury|=ETH Zurich|=ETH Zürich|=TRX Gold|=Flow Traders|=BTC Markets|=BTC Digital|=BTC Prague|=BTC Asia|solana policy institute|=Pepe Jeans|=Colorado Avalanche|=Amazon Leo
=TON Strategy|=IP Strategy|=BNB Plus|=BNB Network Company|=AVAX One|=TAO Synergies|=House of Doge
ethereum world news|ethereum price news|crypto news bitcoin|solana floor|solana compass|solana daily|ripple effect|ripple effects
ripple labs|ripple inc|ripple prime|ripple payments|ripple markets|ripple holdings|tether holdings|tether operations|tether limited
tether international|tether investments|tether ventures|tether evo|tether data|polygon mesh|polygon meshes|polygon media
trump media|trump organization|trump administration|sky news|sky sports|sky bridge|skybridge|sky mavis|sky arabia|blue sky|dash cam
比特币之家|比特币新闻网|比特币新闻台|比特币资讯网|比特币资讯站|比特币导航|比特币中文网|比特币杂志|比特币交易网|比特币世界
比特币中国|比特币论坛|比特币行情网|比特币家园|比特币学院|比特币大学|比特币部落|比特币头条|比特币百科|比特币周刊
比特币之声|比特币日报|比特币官网|比特币亚洲大会|比特币亚洲|比特币政策研究所|比特币app|比特币行情app|美国比特币公司
以太坊之家|以太坊中文网|以太坊爱好者|以太坊资讯|以太坊社区网|狗狗币之家|柚子浏览器|木星科技
瑞波实验室|瑞波公司|链克科技|波场外|波场馆|波场景|一波场|波场面|波卡点|波卡车|波卡路里|库币交易所|库币平台|库币网|库币所`;

const ORDINARY = `
官方link|点击link|点link|此link|以下link|附上link|附link|报名link|活动link|link在|link如下|link in bio|link in the bio|link below|link above|link here|link between|link building|link tree|click link|external link
near the|near term|near a|near an|near all|near record|near its|near future|near miss|near field|near me|near by|just a|just in|just as|just one
flow of|flow rate|flow chart|flow state|flow control|sand dunes|gala dinner|gala event|gala night|met gala|charity gala|annual gala
compound interest|compound annual|compound growth|compound returns|compound effect|compound word|compound eye|compound fracture
maker fee|maker fees|maker rebate|maker rebates|maker orders|maker order|maker taker|maker/taker|maker-taker|maker and taker
market maker|market makers|market-maker|decision maker|policy maker|maker faire|maker movement|render farm|render time|render farms
quant fund|quant funds|quant trading|quant trader|quant traders|quant firm|quant hedge|quant strategy|quant strategies|quant team|quant desk
plasma tv|plasma physics|plasma donation|blood plasma|plasma cell|plasma screen|plasma framework|plasma cash|minimal viable plasma|plasma scaling|plasma技术|plasma方案|plasma扩容|plasma框架|planet jupiter|jupiter's moon|jupiter's moons|jupiter mission
jupiter wellness|jupiter asset|stellar performance|stellar results|stellar returns|stellar gains|stellar quarter|stellar year|stellar week
stellar earnings|stellar growth|stellar run|stellar start|stellar track|stellar debut|stellar month|stellar job|avalanche of
avalanche effect|avalanche risk|avalanche warning|snow avalanche|cosmos bank|cosmos db|cosmos magazine|knowledge graph|social graph
open graph|graph theory|the graph shows|the graph below|the graph above|the graph illustrates|the graph indicates
into the ether|from the ether|diethyl ether|ether net|dai wei|wei dai|wallace dai|dot com|dot-com|dot plot|dot plots|op ed|op-ed|op return|op eds
ip address|ip addresses|ip rights|ip protection|ip theft|ip law|ip laws|ip lawyer|ip licensing|ip portfolio|ip infringement|ip filing|ip block
ip asset|ip assets|ip owner|ip owners|ip holders|ip holder|ip creators|ip geolocation|ip ban|tcp/ip|voip
story of|story behind|love story|cover story|top story|success story|back story|true story|pump and dump|pump-and-dump|pump & dump|gas pump
sun sky|sky is the|dash board|neo nazi|neo bank|neo-bank|neo cons|leo tolstoy|pope leo|leo messi|sol invictus|costa del sol|apt group|apt groups|apt attack
apt attacks|apt actor|apt actors|ada compliance|ada lawsuit|ada lovelace|ada health|cro of|vet clinic|vet bills|eos r5|canon eos|etc lane|etc card
trump card|trump cards|trump tower|trump tariff|trump tariffs|trump family|trump jr|president trump|donald trump|trump admin|ape in|ape into|aped in
pepe the frog|pepe le pew|pepe's pizza|pepe escobar|shiba inu dog|shiba inu dogs|shiba inu breed|shiba inu puppy|shiba inu named
a shiba inu|shiba inu that|shiba inu who|doge-1|tron legacy|tron: legacy|tron ares|tron: ares|curve ball|yield curve|learning curve|bell curve|bonding curve
curve fitting|j curve|s curve|sonic boom|sonic youth|super sonic|the world|third world|real world|world cup|world bank|world war|world trade
doge department|doge employees|doge staffers|doge staff|doge team|doge cuts|doge savings|doge office|doge dividend|doge caucus|musk's doge
hype cycle|hype train|hype man|media hype|ai hype|ton of|tons of|metric ton|ton trucks|per ton
gram of|grams of|per gram|un ton|usd1 million|usd1 billion|usd1 trillion|usd1bn|usd1 bn|usd1 =|usd1=|leo orbit|leo satellite|leo satellites
optimism about|optimism over|optimism that|optimism around|optimism among|optimism bias|injective function
雪崩式|雪崩般|雪崩效应|雪崩一样|发生雪崩|价格雪崩|行情雪崩|市场雪崩|币价雪崩|股价雪崩|大雪崩|引发雪崩|触发雪崩|信任雪崩|雪崩了|雪崩时|雪崩前
雪崩下跌|雪崩行情|雪崩之下|雪崩光电|流动性雪崩|恒星级|恒星系|恒星演化|恒星际|中子恒星|一颗恒星|恒星物理|恒星科技|恒星地产|永恒星
监管沙盒|沙盒监管|沙盒机制|沙盒试点|沙盒计划|沙盒测试|沙盒环境|沙盒游戏|沙盒模式|沙盒制度|沙盒项目|沙盒参与|创新沙盒|金融科技沙盒|金管局沙盒
稳定币沙盒|发行人沙盒|安全沙盒|浏览器沙盒|游戏本体|本体更新|本体售价|本体论|本体感|合约本体|基本体|样本体|资本体|日本体|成本体|文本体|版本体|剧本体|书本体|本体积
木星探测|木星卫星|木星轨道|木星科学|木星表面|土木星|寿司店|寿司郎|寿司师傅|寿司卷|回转寿司|吃寿司|柚子茶|柚子皮|柚子味|柚子树|蜜柚子|吃柚子
吃大饼|画大饼|画个大饼|画了大饼|画的大饼|烙大饼|煎大饼|大饼卷|大饼夹|大饼鸡蛋|大饼脸|大饼油条|煎饼果子|煎饼摊|煎饼侠|薄饼店|烤薄饼|卷薄饼
马蹄莲|马蹄糕|马蹄形|马蹄铁|马蹄声|马蹄内|露娜公主|树图形|目录树图|决策树图|思维树图|量子链式|唯链接|波卡通|门罗主义|莱特兄弟|大饼店|大饼铺|大饼摊|被hype|hype起来|hype一词|贴出link|多边形网格|正多边形|多边形面|以太网|以太网络|以太式|以太网卡
吃辣条|辣条厂|一包辣条|铭文化|碑铭文|柴犬狗|哥白尼|狗币圈|链克制|海德拉巴|佩佩猪
ip地址|ip授权|ip衍生|ip联名|ip形象|ip周边|ip电影|ip孵化|ip运营|ip化|ip属地|ip价值|ip资产|ip经济|ip合作|ip方|ip改编|ip开发|ip内容|ip所有|ip保护
ip持有|ip版权|ip版税|知识产权ip|大ip|个人ip|超级ip|icp备|icp证|icp许可|icp备案|etc收费|etc卡|etc车道|etc设备|etc扣费|apt攻击|apt组织|apt团伙
zk证明|zk技术|zk rollup|zk rollups|zk-rollup|zk-rollups|zk proof|zk proofs|zk-snark|zk-snarks|zk-stark|zk snarks|zk 证明|zk 技术|gt赛车|gt跑车|op帖|op主题曲
特朗普币圈|川普币圈|特朗普币安|川普币安|doge部门|doge团队|doge裁员`;

/** All phrases listed above. */
export const STOP_PHRASES: readonly string[] = [OTHER_COINS, FIRMS_AND_SITES, ORDINARY].flatMap((text) =>
  text.trim().split(/[|\n]/),
);
