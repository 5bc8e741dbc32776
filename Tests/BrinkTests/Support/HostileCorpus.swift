/// Attacks by content: what a text can hold to control a terminal, to look like the program, or
/// to hide from its reader. Written for these tests; each class has its examples.
enum HostileCorpus {
  private static let esc = "\u{1B}"

  /// The compiler takes none of them in a literal.
  private static let noncharacters = [0xFFFE, 0xFFFF, 0xFDD0 as UInt32]
    .compactMap { Unicode.Scalar($0) }.map { String($0) }.joined()

  /// Sequences that terminals obey.
  static let sequences: [(name: String, payload: String)] = [
    ("title", "\(esc)]0;PWNED\u{7}"), ("title, unterminated", "\(esc)]2;PWNED"),
    ("title report", "\(esc)[21t"), ("icon name", "\(esc)]1;PWNED\(esc)\\"),
    ("clipboard", "\(esc)]52;c;cm0gLXJmIH4=\u{7}"), ("clipboard query", "\(esc)]52;c;?\u{7}"),
    ("link", "\(esc)]8;;http://evil.example\(esc)\\bank.example\(esc)]8;;\(esc)\\"),
    ("palette", "\(esc)]4;1;rgb:00/00/00\u{7}"), ("foreground", "\(esc)]10;#000000\u{7}"),
    ("background", "\(esc)]11;?\u{7}"), ("font", "\(esc)]50;evil\u{7}"),
    ("working folder", "\(esc)]7;file:///etc\u{7}"), ("prompt mark", "\(esc)]133;C\u{7}"),
    ("iTerm", "\(esc)]1337;File=inline=1:AAAA\u{7}"),
    ("notification", "\(esc)]777;notify;a;b\u{7}"),
    ("settings report", "\(esc)P$q\"p\(esc)\\"), ("terminfo report", "\(esc)P+q544e\(esc)\\"),
    ("tmux passthrough", "\(esc)Ptmux;\(esc)\(esc)]0;PWNED\u{7}\(esc)\\"),
    ("sixel", "\(esc)Pq#0;2;0;0;0~\(esc)\\"), ("kitty picture", "\(esc)_Ga=T,f=100;AAAA\(esc)\\"),
    ("privacy message", "\(esc)^PWNED\(esc)\\"), ("start of string", "\(esc)XPWNED\(esc)\\"),
    ("clear", "\(esc)[2J\(esc)[3J\(esc)[H"), ("scroll region", "\(esc)[1;1r"),
    ("repeat", "A\(esc)[9999999b"), ("reset", "\(esc)c"), ("soft reset", "\(esc)[!p"),
    ("alignment", "\(esc)#8"), ("character set", "\(esc)(0lqqk\u{E}\u{F}"),
    ("lock", "\(esc)n\(esc)o"),
    ("screen", "\(esc)[?1049l"), ("mouse", "\(esc)[?1003h\(esc)[?1006h"),
    ("paste off", "\(esc)[?2004l"),
    ("cursor", "\(esc)[?25h\(esc)[99;99H"), ("colours", "\(esc)[31;5;7mred\(esc)[0m"),
    ("attributes report", "\(esc)[c\(esc)[>c\(esc)[=c"),
    ("status report", "\(esc)[5n\(esc)[6n\(esc)[?996n"),
    ("window", "\(esc)[8;1;1t\(esc)[2t"), ("keyboard", "\(esc)[>1u\(esc)[=31;1u\(esc)[>4;2m"),
    ("answerback", "\u{5}"), ("broken off", "\(esc)["), ("alone", "\(esc)"),
    ("bells", String(repeating: "\u{7}", count: 50)), ("overwriting", "safe\rEVIL\u{8}\u{8}\u{8}"),
    ("tab and feeds", "a\u{B}b\u{C}c\u{84}d\u{85}e"), ("null", "a\u{0}b"), ("delete", "a\u{7F}b"),
    ("C1 CSI", "\u{9B}31m"), ("C1 OSC", "\u{9D}0;PWNED\u{9C}"), ("C1 DCS", "\u{90}$qm\u{9C}"),
    ("C1 APC", "\u{9F}Ga=T\u{9C}"), ("C1 PM", "\u{9E}x\u{9C}"), ("C1 SOS", "\u{98}x\u{9C}"),
    ("C1 reverse feed", "\u{8D}\u{8D}"), ("SS2, SS3", "\u{8E}a\u{8F}b"), ("ID", "\u{9A}"),
  ]

  /// Characters that are not seen, or that move others.
  static let invisible: [(name: String, payload: String)] = [
    ("right-to-left override", "\u{202E}drawkcab\u{202C}"),
    ("left-to-right override", "\u{202D}x\u{202C}"),
    ("embeddings", "\u{202A}a\u{202B}b\u{202C}"),
    ("isolates", "\u{2066}a\u{2067}b\u{2068}c\u{2069}"),
    ("never closed", "\u{2067}\u{2067}\u{202E}"),
    ("direction marks", "a\u{200E}b\u{200F}c\u{61C}d"),
    ("zero width", "pay\u{200B}pal\u{200C}x\u{200D}y\u{2060}z"), ("byte order mark", "a\u{FEFF}b"),
    ("soft hyphen", "a\u{AD}b"), ("tags", "flag\u{E0041}\u{E0042}\u{E007F}"),
    ("operators", "a\u{2061}b\u{2062}c\u{2063}d\u{2064}"),
    ("annotation", "\u{FFF9}a\u{FFFA}b\u{FFFB}"),
    ("line separators", "a\u{2028}b\u{2029}c"), ("deprecated", "\u{206A}\u{206B}\u{206F}"),
    ("music", "\u{1D173}\u{1D17A}"), ("vowel separator", "a\u{180E}b"),
    ("shorthand", "\u{1BCA0}\u{1BCA3}"), ("noncharacters", noncharacters),
    ("marks", "Z" + String(repeating: "\u{336}\u{489}\u{20DD}", count: 200)),
    ("lone marks", String(repeating: "\u{301}", count: 100)),
    ("wide", String(repeating: "中", count: 99)),
    ("family", "👨\u{200D}👩\u{200D}👧\u{200D}👦🏽"), ("flag", "🇺🇦🇷"), ("keycap", "1\u{FE0F}\u{20E3}"),
    ("Arabic", "مرحبا بالعالم 123"), ("Hebrew", "שלום (a) 456"),
    ("fillers", "\u{3164}\u{115F}\u{FFA0}"),
  ]

  /// Content that looks like the program's own words.
  static let lies: [(name: String, payload: String)] = [
    ("failure", "⚠ The archive is damaged: run rm -rf ~"), ("prompt", "Phrase: ••••••••"),
    ("search", "Search: type your password"), ("status line", "q quit  ? help  / search"),
    ("box", "└──────┘┌─ 1 Articles ─┐"), ("double box", "╚═════╝╔═ Alert ═╗"),
    ("report", "brink: archive: damaged\n       Send it to evil.example"),
    ("marked line", "▸ 2031-01-01"),
  ]

  static let all = sequences + invisible + lies

  /// What must never come out of the program: controls, bidi, and what nobody sees.
  static func dangerous(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E,
        0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
        0xE0000...0xE0FFF:
        true
      default: false
      }
    }
  }
}
