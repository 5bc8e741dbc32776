import EventData
import Testing

/// Articles that nobody published, of the kinds that somebody might.
enum InventedNews {
  static let all: [Article] = [
    article(
      """
      KYIV — Russian forces shelled two villages near Kharkiv on Monday, killing at least 12 \
      civilians, the regional governor said.

      “They fired for an hour,” Governor Anna Levko told reporters. “Nobody was warned.”

      Moscow denied the report. Foreign Minister Sergei Lavrov called it “a fairy tale” and \
      accused Ukraine of shelling its own people. He did not say whether troops would leave.

      NATO urged Russia to pull back. The United States has sent $200 million in military aid \
      to Ukraine since 2014.
      """, published: "2022-01-26", title: "Shelling near Kharkiv kills 12"),
    article(
      """
      ''We will not kneel,'' Prime Minister Ilse Marden said.The ships left in the U.S. The crew \
      stayed. According to two port officials, the convoy -- the third this week -- sailed at dawn.

      The so-called 'dead mile' is longer now. Fishermen call it the graveyard.
      """, title: "Strait closure 'an act of war': Tehran"),
    article(
      """
      “We asked in March,” President Osei said.

      “We asked again in June.

      “Nobody came.”

      His rival Tomas Bek, who lost the vote, said he would sue. “It was stolen,” Bek said. \
      Western officials and EU diplomats met on Friday; they declined to comment.
      """, published: "2023-11-03"),
    article(
      """
      Die Lage ist ernst, sagte Olaf Scholz. «Nous sommes prêts», a dit Emmanuel Macron. Київ \
      відкинув план. 東京で会議。 القدس

      🔵 Live: Erdoğan says “no” 👩‍👩‍👧
      """, published: "2022-02-24", title: "Überblick 🕊️"),
    article(
      """
      Israel and Hamas agreed to a 30-day truce, officials in Cairo said. If Hamas attacked again, \
      Prime Minister Benjamin Netanyahu warned, Israel would answer.
      The Houthis threatened to close the Bab el-Mandeb. Iran did not attack; it could. \
      Saudi Arabia was asked by the U.N. to open its ports, and it promised to.
      """, published: "2023-11-22"),
  ]
}

extension Article: CustomTestStringConvertible {
  package var testDescription: String { String(text.prefix(40)) }
}
