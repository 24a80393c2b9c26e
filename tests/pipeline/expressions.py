"""GitHub's expressions (`${{ }}`), as far as our workflows use them; what is not known here is an error."""
import re

TOKEN = re.compile(r"\s*(?:('(?:[^']|'')*')|([A-Za-z_][\w-]*(?:\.[\w-]+)*)|(==|!=|&&|\|\||[!()])|(\S))")
INTERPOLATION = re.compile(r"\$\{\{((?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*)\}\}")
STATUS = {"success", "failure", "always", "cancelled"}


def interpolate(text, contexts):
    """The text with each expression replaced by its value."""
    return INTERPOLATION.sub(lambda match: _text(evaluate(match.group(1), contexts)), text)


def condition(text, contexts, status):
    """An `if:`, which stands for `success() && if` unless it asks about the status itself."""
    text = str(text).strip()
    whole = INTERPOLATION.fullmatch(text)
    expression = whole.group(1) if whole else text
    asks = any(f"{name}(" in expression for name in STATUS)
    return bool((asks or status == "success") and evaluate(expression, contexts, status))


def evaluate(text, contexts, status="success"):
    tokens = [next((kind, part) for kind, part in enumerate(match.groups()) if part is not None) for match in TOKEN.finditer(text.strip())]
    parser = _Parser(tokens, contexts, status)
    value = parser.either()
    if parser.tokens:
        raise ValueError(f"not understood: {text}")
    return value


class _Parser:
    def __init__(self, tokens, contexts, status):
        self.tokens, self.contexts, self.status = tokens, contexts, status

    def _next_is(self, *signs):
        if self.tokens and self.tokens[0] in [(2, sign) for sign in signs]:
            return self.tokens.pop(0)[1]
        return None

    def either(self):
        value = self.both()
        while self._next_is("||"):
            other = self.both()
            value = value or other
        return value

    def both(self):
        value = self.equal()
        while self._next_is("&&"):
            other = self.equal()
            value = value and other
        return value

    def equal(self):
        value = self.single()
        while sign := self._next_is("==", "!="):
            same = _comparable(value) == _comparable(self.single())
            value = same if sign == "==" else not same
        return value

    def single(self):
        if self._next_is("!"):
            return not self.single()
        if self._next_is("("):
            value = self.either()
            assert self._next_is(")")
            return value
        kind, part = self.tokens.pop(0)
        if kind == 0:
            return part[1:-1].replace("''", "'")
        if kind != 1:
            raise ValueError(f"unexpected {part}")
        return self._name(part)

    def _name(self, name):
        if self._next_is("("):
            assert name in STATUS and self._next_is(")"), name
            return {"always": True, "cancelled": False}.get(name, name == self.status)
        value = self.contexts
        first, *rest = name.split(".")
        if first not in value:
            raise ValueError(f"there is no context {first}")
        value = value[first]
        for key in rest:  # what is not there is null
            value = value.get(key) if isinstance(value, dict) else None
        return value


def _comparable(value):
    return "" if value is None else value.lower() if isinstance(value, str) else value


def _text(value):
    return "" if value is None else {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)
