import Testing

@testable import Intake

@Suite("The language of a text")
struct LanguageDetectorTests {
  @Test(
    "is known from small words and letters",
    arguments: [
      (
        "The envoys met in the old town on Monday, and it was said that they will meet again.", "en"
      ),
      (
        "Les envoyés se sont rencontrés lundi dans la vieille ville et ils vont se revoir avec les autres pour la paix.",
        "fr"
      ),
      (
        "Die Gesandten haben sich am Montag in der alten Stadt getroffen und werden nicht mit den anderen sprechen.",
        "de"
      ),
      (
        "Los enviados se reunieron el lunes en la ciudad vieja y dijeron que no hay acuerdo para el puerto.",
        "es"
      ),
      (
        "Gli inviati si sono incontrati lunedì nella città vecchia e hanno detto che non è un accordo per il porto.",
        "it"
      ),
      (
        "Os enviados encontraram-se na segunda-feira e disseram que não há um acordo para o porto do norte.",
        "pt"
      ),
      (
        "De gezanten spraken op maandag met elkaar en het is niet zeker dat zij in de stad blijven voor de haven.",
        "nl"
      ),
      (
        "Wysłannicy spotkali się w poniedziałek na starym mieście i nie jest to koniec rozmów o porcie, które trwają od roku.",
        "pl"
      ),
      (
        "Посланники встретились в понедельник в старом городе и сообщили, что это ещё не конец, но мы были рядом.",
        "ru"
      ),
      (
        "Посланці зустрілися в понеділок у старому місті й повідомили, що її країна є готовою до розмов.",
        "uk"
      ),
      ("اجتمع المبعوثون يوم الاثنين في المدينة القديمة وقالوا إنهم سوف يجتمعون مرة أخرى", "ar"),
      ("特使们星期一在老城会面，并表示他们将再次会面。", "zh"),
    ])
  func isKnown(_ text: String, _ expected: String) {
    #expect(LanguageDetector.language(of: text.utf8) == expected)
  }

  @Test(
    "is not guessed",
    arguments: [
      "", "OK", "Velm 4, Ostrand 2", "Port Velm Ostrand Estmark Tarnby Kell Brume Sund Aldar",
      "特使は月曜日に旧市街で会い、また会うと述べた。これは合意ではない。",
      "Пратеници су се састали у понедељак у старом граду и рекли да ће се поново састати, јер није крај.",
      "فرستادگان روز دوشنبه در شهر قدیمی دیدار کردند و گفتند که دوباره گفتگو خواهند کرد",
    ])
  func isNotGuessed(_ text: String) {
    #expect(LanguageDetector.language(of: text.utf8) == nil)
  }
}
