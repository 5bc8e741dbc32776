import EventData
import Testing

@testable import Coder

/// Patterns that take attribution apart.
///
/// Statements count as found where source and cue overlap with the marked ones and most
/// of the content does.
@Suite("Hard patterns of reported speech")
struct HardPatternTests {
  @Test("are understood", arguments: patterns)
  func understood(_ marked: String) throws {
    let example = MarkedText(marked)
    let found = Attributed.all(in: try code(example.text, published: "2022-01-26"))
    let expected = Attributed.all(in: example)
    #expect(
      found.count == expected.count
        && zip(found, expected).allSatisfy { $0.isClose(to: $1) }, "\(found)")
  }

  private static let patterns = [
    // inverted cue
    "{content “The port is ours,”} {cue said} {source Ana Levko}, the island's harbour master.",
    // split quotation
    "{content “Nobody slept,”} {source Captain Ivo Sand} {cue said} on Friday, {content “and nobody will sleep tonight.”}",
    // according to, in front and behind
    "{cue According to} {source three ferry captains}, {content the mines were laid at night}. {content2 Nine boats were turned away}, {cue2 according to} {source2 the harbour police}.",
    // speech within speech
    "{source Government spokeswoman Ilse Marden} {cue said} that {content {source2 the admiral} {cue2 had said} {content2 the blockade was over}}.",
    // two candidates for a pronoun
    "Interior Minister Marta Illyn met her rival Tomas Bek in Vienna. {source She} {cue said} {content the camps would close}. {source2 He} {cue2 declined} {content2 to comment}.",
    // a place, not the speaker
    "{source The admiral} {cue said} in Istanbul that {content the drill was over}.",
    // posted
    "{content “No deal. No talks. Not this year,”} {source Foreign Minister Ilse Marden} {cue tweeted}, naming nobody.",
    // a term of art beside a name for it
    "The so-called “dead mile” is longer now; {source fishermen} {cue call} {content it “the graveyard.”}",
    // a noun whose form is a verb, too
    "It ended with {source Russian} {cue claims} that {content Kyiv was behind the blast}.",
    // the content as an object of the noun's sentence
    "A {cue warning} from {source the coast guard} that {content mines were adrift} closed the port.",
    // withheld
    "{source12 The admiral} {cue1 did not say} {content1 when the ships would return} and {cue2 refused} {content2 to rule out an attack}.",
    // several paragraphs
    "{content “We have waited long enough,”} {source Prime Minister Marden} {cue told} parliament.\n\n{content “We sent letters in May. We sent envoys in June.}\n\n{content “No answer came.”}",
    // anonymous, with conditions
    "{source A European diplomat}, who asked not to be named because the matter is secret, {cue said} {content the ships would sail}.",
    // a written channel, with a participle behind it
    "{source The navy} {cue said} in a message posted on X early Monday that {content its boats had left the bay}.",
    // documents that speak
    "{source1 The draft treaty} {cue1 urges} both navies {content1 to stay in port}, and {source2 an institute's report published Friday} {cue2 warned} {content2 of hunger by autumn}.",
    // the capital for the government, in the present tense
    "{source1 Ankara} {cue1 denies} {content1 arming the rebels}, while {source2 the Kremlin} {cue2 called} {content2 the report “a fairy tale.”}",
    // “would say” and what is to be said later
    "{source1 The chancellor} {cue1 would say} only that {content1 letters were exchanged}; {source2 advisers} {cue2 say} {content2 she will travel on Sunday}.",
    // a chain of participles
    "{source123 Union leaders} {cue1 rejected} {content1 the offer}, {cue2 calling} {content2 it an insult} and {cue3 adding} that {content3 the strike would go on}.",
    // passive, without a speaker and relayed
    "It {cue1 was reported} that {content1 two boats were sunk}; {source2 the mayor} {cue2 was quoted} by the state agency as saying {content2 the harbour was safe}.",
    // lost quotation marks
    "{content1 We will not kneel}, {source12 Ilse Marden} {cue1 said}, {cue2 adding}: {content2 Our friends are with us}.",
    // present tense before a bare clause
    "{source Putin} {cue says} {content talks have failed}.",
    // the source in the middle of what it says
    "{content The convoy}, {cue according to} {source the coast guard}, {content left at dawn}.",
    // an apposition behind the source
    "{cue According to} {source Tomas Bek}, the harbour master, {content no ship has left}.",
  ]
}
