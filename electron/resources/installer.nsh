; Windows knows a file by the last part of its name, which for a scenario is .yaml. The program is put on the list that
; “Open with” offers for such files; it takes none of them over.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Offtake.Scenario" "" "Offtake scenario"
  WriteRegStr SHCTX "Software\Classes\Offtake.Scenario\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\Offtake.Scenario\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHCTX "Software\Classes\.yaml\OpenWithProgids" "Offtake.Scenario" ""
  WriteRegStr SHCTX "Software\Classes\.yml\OpenWithProgids" "Offtake.Scenario" ""
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\Offtake.Scenario"
  DeleteRegValue SHCTX "Software\Classes\.yaml\OpenWithProgids" "Offtake.Scenario"
  DeleteRegValue SHCTX "Software\Classes\.yml\OpenWithProgids" "Offtake.Scenario"
!macroend
