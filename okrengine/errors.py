"""What can go wrong in a way that a user can mend: one clear message each, never a traceback."""


class OkrError(Exception):
    """A mistake outside the program, said in one line: what was found, what was expected, how to mend it.

    `exit_code` is what the command line ends with when nothing more serious happened.
    """

    exit_code = 2


class ProjectError(OkrError):
    """The project or the call is at fault: no project file, an unknown name, a path that is not there."""


class QuantityError(OkrError):
    """A text is not a quantity; the message gives the spelling that works."""


class SourceError(OkrError):
    """A source cannot give its rows. Its key results are written as `missing: source_failed`, the others go on."""

    exit_code = 3


class RecordError(OkrError):
    """A check-in cannot be written: it exists already, or the folder does not take it."""


class UnconfirmedError(RecordError):
    """A check-in is written, but the disk did not confirm that it will last."""

    exit_code = 3
