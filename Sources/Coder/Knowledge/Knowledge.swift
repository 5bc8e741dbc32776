import EventData
import Lexicons

/// The lexicons compiled for matching: one vocabulary, tries of phrases, and what each
/// name, cue, role and predicate stands for. Made once, shared by all.
package struct Knowledge: Sendable {
  package let lexicons: Lexicons
  var vocabulary = Vocabulary()

  /// Names of actors and places; values index ``aliases``.
  var names = PhraseTrie()
  var aliases: [Alias] = []
  /// Role nouns, singular and plural; values index the role nouns, twice: 2 × index,
  /// plus one for the plural.
  var roles = PhraseTrie()
  /// Forms of cues; values are 2 × index of the cue verb.
  var cues = PhraseTrie()
  /// Cue verb by word, and cue noun by word; -1 for none.
  var cueVerbOfWord: [Int16] = []
  var cueNounOfWord: [Int16] = []
  /// Event frames by the word that heads them.
  var framesOfWord: [Int32: [Int32]] = [:]
  /// Object classes of event frames by word.
  var objectClassesOfWord: [Int32: UInt64] = [:]
  var objectClassNames: [String] = []
  /// What a closed-class word counts as: the weekday, the month, the number.
  var valueOfWord: [Int32: Double] = [:]
  /// Office-holders by body and title, as “RUS foreign minister”.
  var holdersOfTitle: [String: [Int]] = [:]
  var stateOfCode: [String: Int] = [:]
  var stateOfAlpha2: [String: Int] = [:]
  var organisationOfID: [String: Int] = [:]
  var words = CommonWords()
  /// Words in lower case that stand inside family names, as “al” and “von”.
  var particles: Set<Int32> = []

  package init(_ lexicons: Lexicons) {
    self.lexicons = lexicons
    KnowledgeCompiler(lexicons).compile(into: &self)
  }
}

/// Ids of the words that rules ask for by name.
struct CommonWords: Sendable {
  var to: Int32 = 0
  var that: Int32 = 0
  var and: Int32 = 0
  var or: Int32 = 0
  var of: Int32 = 0
  var by: Int32 = 0
  var `in`: Int32 = 0
  var on: Int32 = 0
  var according: Int32 = 0
  var apostropheS: Int32 = 0
  var comma: Int32 = 0
  var the: Int32 = 0
  var a: Int32 = 0
  var has: Int32 = 0
  var `as`: Int32 = 0
  var `for`: Int32 = 0
  var from: Int32 = 0
  var with: Int32 = 0
  var between: Int32 = 0
  var against: Int32 = 0
  var he: Int32 = 0
  var she: Int32 = 0
  var they: Int32 = 0
  var it: Int32 = 0
  var we: Int32 = 0
  var i: Int32 = 0
  var who: Int32 = 0
  var which: Int32 = 0
  var but: Int32 = 0
  var not: Int32 = 0
  var `if`: Int32 = 0
  var than: Int32 = 0
  var his: Int32 = 0
  var her: Int32 = 0
  var its: Int32 = 0
  var their: Int32 = 0
}
