import EventData
import Lexicons

/// The lexicons compiled for matching: one vocabulary, tries of phrases, and what each
/// name, cue, role and predicate stands for. Made once, shared by all.
package final class Knowledge: Sendable {
  package let lexicons: Lexicons
  let vocabulary: Vocabulary
  /// Names of actors and places; values index ``aliases``.
  let names: PhraseTrie
  let aliases: [Alias]
  /// Role nouns, singular and plural; values are 2 × the index of the role noun, plus one
  /// for the plural.
  let roles: PhraseTrie
  /// Cues of several words; values index the cue verbs.
  let cues: PhraseTrie
  /// Cue verb by word, and cue noun by word; -1 for none.
  let cueVerbOfWord: [Int16]
  let cueNounOfWord: [Int16]
  let events: EventIndex
  /// What a closed-class word counts as: the weekday, the month, the number.
  let valueOfWord: [Int32: Double]
  let holdersOfTitle: OfficeIndex
  /// The ``ActorKey`` of each state.
  let keyOfState: [UInt64]
  /// States by their ISO 3166 codes of three and of two letters.
  let stateOfCode: [String: Int]
  let organisationOfID: [String: Int]
  /// The state that each organisation belongs to; -1 for none.
  let stateOfOrganisation: [Int32]
  /// The state in which each people lives; -1 for one that is not in the tables.
  let stateOfPeople: [Int]
  let words: CommonWords

  package init(_ lexicons: Lexicons) {
    var compiler = KnowledgeCompiler(lexicons)
    let tables = compiler.compiled()
    self.lexicons = lexicons
    vocabulary = tables.vocabulary
    names = PhraseTrie(tables.names) { tables.aliases[$0].writing.rawValue }
    aliases = tables.aliases
    roles = PhraseTrie(tables.roles)
    cues = PhraseTrie(tables.cues)
    cueVerbOfWord = tables.cueVerbOfWord
    cueNounOfWord = tables.cueNounOfWord
    events = tables.events
    valueOfWord = tables.valueOfWord
    holdersOfTitle = tables.holdersOfTitle
    keyOfState = lexicons.states.map { ActorKey.hash(ActorKey.Prefix.state, id: $0.code) }
    stateOfCode = tables.stateOfCode
    organisationOfID = tables.organisationOfID
    stateOfOrganisation = tables.stateOfOrganisation
    stateOfPeople = tables.stateOfPeople
    words = tables.words
  }
}

/// A ``Knowledge`` in the making.
struct KnowledgeTables {
  var vocabulary = Vocabulary()
  var names = PhraseTrieBuilder(capacity: 1 << 18)
  var aliases: [Alias] = []
  var roles = PhraseTrieBuilder()
  var cues = PhraseTrieBuilder()
  var cueVerbOfWord: [Int16] = []
  var cueNounOfWord: [Int16] = []
  var events = EventIndex()
  var valueOfWord: [Int32: Double] = [:]
  var holdersOfTitle = OfficeIndex()
  var stateOfCode: [String: Int] = [:]
  var organisationOfID: [String: Int] = [:]
  var stateOfOrganisation: [Int32] = []
  var stateOfPeople: [Int] = []
  var words = CommonWords { _, _ in 0 }

  init() {
    // As many names as the shipped tables have, and some more.
    aliases.reserveCapacity(1 << 16)
  }
}
