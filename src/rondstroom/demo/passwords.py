"""How the demo keeps its passwords: quickly, as they are shown on the sign-in page anyway."""

from django.contrib.auth.hashers import ScryptPasswordHasher


class QuickScrypt(ScryptPasswordHasher):
    """The hasher of a real installation with a small part of its work, for a quick build."""

    work_factor = 2**10
    parallelism = 1
