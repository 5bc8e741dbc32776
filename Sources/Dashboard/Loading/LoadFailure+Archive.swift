import Archive

extension LoadFailure {
  /// What is wrong, in the few words for which a pane has room.
  init(_ error: any Error) {
    if let failure = error as? LoadFailure {
      self = failure
      return
    }
    guard let error = error as? ArchiveError else {
      self.init("Cannot read the archive: \(error)")
      return
    }
    switch error {
    case .missing: self.init("The archive is gone; trying again")
    case .locked: self.init("Another program holds the archive; trying again")
    case .notAnArchive: self.init("The file is no archive of brink")
    case .newerVersion: self.init("A newer brink wrote this archive")
    case .olderVersion: self.init("An older brink wrote this archive; import something once")
    case .corrupt(let message): self.init("The archive is damaged: \(message)")
    case .unreadable(let number): self.init("The archive cannot be read (errno \(number))")
    case .full: self.init("The disk is full")
    case .failed(let code, let message):
      self.init("SQLite says “\(message)” (\(code)); trying again")
    }
  }
}
