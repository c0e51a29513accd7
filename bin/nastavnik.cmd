@echo off
node "%~dp0nastavnik.mjs" %*
