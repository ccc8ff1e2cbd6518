// What nobody hands in as a paper, whatever it is packed into. For clamd: every string has to be used, else the file is skipped.
rule Portal_Program
{
    meta:
        description = "a program for Windows or Linux, or a Windows shortcut"
    strings:
        $dos = "This program cannot be run in DOS mode"
        $elf = { 7F 45 4C 46 }
        $shortcut = { 4C 00 00 00 01 14 02 00 00 00 00 00 C0 00 00 00 00 00 00 46 }
    condition:
        (uint16(0) == 0x5A4D and $dos) or $elf at 0 or $shortcut at 0
}
