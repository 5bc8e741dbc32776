import Archive
import Glibc

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
    case .unreadable(let number):
      self.init("The archive cannot be read: \(Self.system(number))")
    case .unreadableLog: self.init("The log beside the archive cannot be read here")
    case .interrupted: self.init("Interrupted; trying again")
    case .full: self.init("The disk is full")
    case .unwritable(let number):
      self.init("The archive cannot be written: \(Self.system(number))")
    case .failed(let code, let message):
      self.init("SQLite says “\(message)” (\(code)); trying again")
    }
  }

  /// Why nothing could be noted, and what to do about it.
  init(noting error: any Error) {
    switch error {
    case ArchiveError.locked:
      self.init("Another program writes to the archive; nothing was noted. Try again later")
    case ArchiveError.full:
      self.init("Nothing was noted: the disk is full. Make room, then try again")
    case ArchiveError.unwritable(let number):
      self.init("Nothing was noted: \(Self.system(number)). Make room, then try again")
    // The archive is being read all the time.
    case ArchiveError.unreadable(let number):
      self.init("Nothing was noted: \(Self.system(number)). The archive is only for reading here")
    default: self.init("Nothing was noted. \(LoadFailure(error).reason)")
    }
  }

  private static func system(_ number: Int32) -> String { String(cString: strerror(number)) }
}
