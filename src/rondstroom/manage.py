"""Django's own commands: `python -m rondstroom.manage migrate`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rondstroom.config.settings.demo")
    execute_from_command_line(sys.argv)
