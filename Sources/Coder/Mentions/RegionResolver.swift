import EventData
import Lexicons

/// Finds the regions of an article and where they are mentioned.
struct RegionResolver {
  let knowledge: Knowledge
  let document: Document

  private var context: PlaceContext { PlaceContext(document) }

  func resolve(_ resolution: inout Resolution) {
    let named = CountryCounts(of: resolution, knowledge)
    let (unlisted, divisions) = UnlistedPlaces(
      knowledge: knowledge, document: document, resolution: resolution, named: named
    ).find()
    var placed = RegionIndex()
    var names = HashIndex()
    for found in unlisted {
      let region = placed.insert(
        found.key, document.span(found.tokens), found.rule, found.region)
      names.set(hash(found.tokens), region)
      for token in found.tokens where resolution.mentionOfToken[token] >= 0 {
        resolution.regionOfMention[Int(resolution.mentionOfToken[token])] = Int32(region)
      }
    }
    let meanings = PlaceMeanings(
      knowledge: knowledge, document: document, resolution: resolution, named: named,
      divisions: divisions)
    var described: [(mention: Int, meaning: PlaceMeanings.Meaning)] = []
    for place in resolution.mentions.indices where resolution.regionOfMention[place] < 0 {
      let mention = resolution.mentions[place]
      if !unlisted.isEmpty, let region = names[hash(mention.core)] {
        placed.add(document.span(mention.core), "placed-before", to: region)
        resolution.regionOfMention[place] = Int32(region)
        continue
      }
      guard case .alias(let alias) = mention.kind,
        let meaning = meanings.meaning(
          of: alias, mention, entity: resolution.entityOfMention[place])
      else { continue }
      let whole = meanings.isCity(meaning) ? context.wholeName(mention.core) : mention.core
      if whole != mention.core {
        resolution.regionOfMention[place] = Int32(
          insert(whole, in: meanings.region(meaning), "part-or-neighbour", &placed))
      } else if let division = meanings.divisionInstead(of: meaning) {
        resolution.regionOfMention[place] = Int32(
          insert(mention.core, in: Region(division), "division-of-article", &placed))
      } else if isDescription(alias) {
        described.append((place, meaning))
      } else {
        resolution.regionOfMention[place] = Int32(
          placed.insert(
            meaning.key, span(mention, alias), "lexicon-place", meanings.region(meaning)))
      }
    }
    var parents: [String: Int?] = [:]
    for (place, meaning) in described {
      let span = document.span(resolution.mentions[place].core)
      let region = meanings.region(meaning)
      // “the breakaway regions” of a region that the article names are that region.
      let parent = parents[region.id] ?? placed.parent(of: meanings.place(meaning), region.kind)
      parents[region.id] = parent
      if let parent { placed.add(span, "description", to: parent) }
      resolution.regionOfMention[place] = Int32(
        parent ?? placed.insert(meaning.key, span, "lexicon-place", region))
    }
    addDemonyms(of: resolution, to: &placed)
    DescribedPlaces(knowledge: knowledge, document: document, named: named)
      .add(of: resolution, to: &placed)
    resolution.regions = placed.regions
  }

  private func insert(
    _ name: Range<Int>, in home: Region, _ rule: String, _ placed: inout RegionIndex
  ) -> Int {
    let region = Region(document.plainName(name), in: home)
    return placed.insert(.unlisted(region.id), document.span(name), rule, region)
  }

  /// The same for a name in capitals and in small letters.
  private func hash(_ name: Range<Int>) -> UInt64 {
    var hash = WordHash()
    document.bytes.withUnsafeBufferPointer { hash.addFolded($0, document.span(name).range) }
    return hash.value
  }

  /// “the breakaway regions”, “Ukraine's breakaway regions”: no name of its own.
  private func isDescription(_ alias: Int) -> Bool {
    let writing = knowledge.aliases[alias].writing
    return writing == .any || writing == .capitalisedFirst
  }

  /// “Russian” tells where only in an article that names the place itself.
  private func addDemonyms(of resolution: Resolution, to placed: inout RegionIndex) {
    for mention in resolution.mentions {
      guard case .alias(let alias) = mention.kind,
        knowledge.aliases[alias].traits.contains(.adjective)
      else { continue }
      for case .adjective(let state) in knowledge.aliases[alias].referents {
        placed.add(document.span(mention.core), "demonym", to: .state(state))
      }
    }
  }

  /// The dot of “Ky.” and “W.Va.” belongs to the name.
  private func span(_ mention: FoundMention, _ alias: Int) -> Span {
    let span = document.span(mention.core)
    let next = mention.core.upperBound
    guard next < document.tokens.count, document.tokens[next].kind == .period,
      Int(document.tokens[next].start) == span.end
    else { return span }
    let text = document.text(of: span) + "."
    for case .place(let index) in knowledge.aliases[alias].referents
    where knowledge.lexicons.places.isDivision(index)
      && knowledge.lexicons.places.isCalled(index, text)
    {
      return Span(span.start, span.end + 1)
    }
    return span
  }
}
